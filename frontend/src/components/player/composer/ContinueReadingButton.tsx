import { IconArrowDown } from '@tabler/icons-react'

import { playerText } from '../../../text/player.ts'
import { IconButton } from '../../common/buttons/IconButton.tsx'

interface ContinueReadingButtonProps {
  readonly onContinue: () => void
}

/** Shown while a part of the story is below the window. */
export function ContinueReadingButton({ onContinue }: ContinueReadingButtonProps) {
  const label = playerText('footer.continue')
  return (
    <IconButton aria-label={label} title={label} onClick={onContinue}>
      <IconArrowDown size={20} stroke={1.5} aria-hidden="true" />
    </IconButton>
  )
}
