import { IconCornerDownLeft, IconPlayerStop } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type SubmitEvent, useRef } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { pressedKey } from '../../../hooks/pressedKey.ts'
import { playerText } from '../../../text/player.ts'
import styles from './Composer.module.css'
import { GrowingTextarea } from './GrowingTextarea.tsx'
import { isTooLong } from './maxTextLength.ts'

interface ComposerProps {
  readonly draft: string
  readonly onChange: (draft: string) => void
  readonly isRunning: boolean
  readonly onSend: (text: string) => void
  readonly onStop: () => void
}

/** The player's input. It stays editable while an answer arrives. */
export const Composer = memo(function Composer({ draft, onChange, isRunning, onSend, onStop }: ComposerProps) {
  const input = useRef<HTMLTextAreaElement>(null)

  const submit = () => {
    const text = draft.trim()
    if (isRunning || text === '' || isTooLong(text)) return
    onSend(text)
    input.current?.focus()
  }

  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    submit()
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Enter' || event.shiftKey || event.target !== input.current) return
    event.preventDefault()
    submit()
  }

  return (
    <form className={styles.composer} onSubmit={handleSubmit} onKeyDown={handleKeyDown}>
      <GrowingTextarea
        ref={input}
        id="turn-input"
        label={playerText('composer.label')}
        value={draft}
        onChange={onChange}
      />
      {isRunning ? (
        <Button variant="outlined" onClick={firstClick(onStop)}>
          <IconPlayerStop size={16} stroke={1.5} aria-hidden="true" />
          {playerText('stop')}
        </Button>
      ) : (
        <Button type="submit" variant="outlined" disabled={isTooLong(draft)}>
          {playerText('send')}
          <IconCornerDownLeft size={16} stroke={1.5} aria-hidden="true" />
        </Button>
      )}
    </form>
  )
})
