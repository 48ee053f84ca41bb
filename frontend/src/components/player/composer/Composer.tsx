import { IconCornerDownLeft, IconPlayerStop } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type ReactNode, type SubmitEvent, useRef } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { pressedKey } from '../../../hooks/pressedKey.ts'
import { useSettled } from '../../../hooks/useSettled.ts'
import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import { suggestionText } from '../../../text/suggestions.ts'
import { playerText } from '../../../text/player.ts'
import styles from './Composer.module.css'
import { GrowingTextarea } from './GrowingTextarea.tsx'
import { isTooLong } from './maxTextLength.ts'

interface ComposerProps {
  readonly draft: string
  readonly onChange: (draft: string) => void
  readonly isRunning: boolean
  /** What a digit in the input stands for; null for a text. */
  readonly suggested?: string | null
  readonly onSend: (text: string) => void
  readonly onStop: () => void
  /** Another button. It never covers the story, and never changes the height of the input. */
  readonly beside?: ReactNode
}

/**
 * A button changes to the other one only after this time: a second click, or one that comes too late, then hits what
 * it was meant for.
 */
const CHANGE_MS = 400

/** The player's input. It stays editable while an answer arrives. */
export const Composer = memo(function Composer(props: ComposerProps) {
  const { draft, onChange, isRunning, suggested = null, onSend, onStop, beside } = props
  const showsStop = useSettled(isRunning, CHANGE_MS)
  const isChanging = showsStop !== isRunning || undefined
  const input = useRef<HTMLTextAreaElement>(null)

  const submit = () => {
    const text = draft.trim()
    if (isRunning || text === '' || isTooLong(text)) return
    onSend(text)
    input.current?.focus()
  }

  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (isChanging === undefined) submit()
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event)
    if (key === 'Escape' && suggested !== null) onChange('')
    if (key !== 'Enter' || event.shiftKey || event.target !== input.current) return
    event.preventDefault()
    submit()
  }

  return (
    <form className={styles.composer} data-focus-group="" onSubmit={handleSubmit} onKeyDown={handleKeyDown}>
      <GrowingTextarea
        ref={input}
        id="turn-input"
        label={playerText('composer.label')}
        value={draft}
        completion={suggested}
        onChange={onChange}
      />
      <VisuallyHidden>
        <span aria-live="polite">{suggested !== null && suggestionText('pressEnter', { label: suggested })}</span>
      </VisuallyHidden>
      {beside}
      {showsStop ? (
        <Button variant="outlined" aria-disabled={isChanging} onClick={firstClick(isRunning ? onStop : ignore)}>
          <IconPlayerStop size={16} stroke={1.5} aria-hidden="true" />
          {playerText('stop')}
        </Button>
      ) : (
        <Button type="submit" variant="outlined" disabled={isTooLong(draft)} aria-disabled={isChanging}>
          {playerText('send')}
          <IconCornerDownLeft size={16} stroke={1.5} aria-hidden="true" />
        </Button>
      )}
    </form>
  )
})

const ignore = () => undefined
