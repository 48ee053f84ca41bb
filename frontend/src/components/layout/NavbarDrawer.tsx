import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'

import { pressedKey } from '../../hooks/pressedKey.ts'
import { IconButton } from '../common/buttons/IconButton.tsx'
import { layoutText } from '../../text/layout.ts'
import { Navbar } from './Navbar.tsx'
import { useNavbar } from './navbarContext.ts'
import styles from './NavbarDrawer.module.css'

/** The navbar over the inert page. The focus moves into it, and back to its button when it closes. */
export function NavbarDrawer() {
  const { isOpen, setOpen } = useNavbar()
  const closeButton = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!isOpen) return undefined
    closeButton.current?.focus()
    return () => document.getElementById('navbar-button')?.focus()
  }, [isOpen])

  if (!isOpen) return null

  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape') return
    event.nativeEvent.stopImmediatePropagation()
    setOpen(false)
  }
  return (
    <div className={styles.cover} onKeyDown={handleKeyDown}>
      <div className={styles.veil} onClick={() => setOpen(false)} />
      <div className={styles.drawer}>
        <IconButton
          ref={closeButton}
          className={styles.close}
          aria-label={layoutText('closeMenu')}
          onClick={() => setOpen(false)}
        >
          <IconX size={20} stroke={1.5} />
        </IconButton>
        <Navbar />
      </div>
    </div>
  )
}
