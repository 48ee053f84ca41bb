import { IconMenu2 } from '@tabler/icons-react'

import { IconButton } from '../common/buttons/IconButton.tsx'
import { layoutText } from '../../text/layout.ts'
import { useNavbar } from './navbarContext.ts'

/** Opens the navbar drawer; not shown while the navbar is docked. */
export function NavbarButton() {
  const { isDocked, isOpen, setOpen } = useNavbar()
  if (isDocked) return null
  return (
    <IconButton
      id="navbar-button"
      aria-label={layoutText('openMenu')}
      aria-expanded={isOpen}
      aria-controls="navbar"
      onClick={() => setOpen(true)}
    >
      <IconMenu2 size={20} stroke={1.5} />
    </IconButton>
  )
}
