import { type KeyboardEvent, useRef, useState } from 'react'

import { pressedKey } from '../../../hooks/pressedKey.ts'
import { playerText } from '../../../text/player.ts'
import type { UserError } from '../../../types/userError.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import styles from './AnswerActions.module.css'
import { MAX_PIN, sentencesToPin } from './sentencesToPin.ts'
import { selectedText } from './selectedText.ts'
import pinStyles from './PinSentence.module.css'

interface PinSentenceProps {
  /** Of the answer. */
  readonly text: string
  readonly onPin: (words: string) => Promise<UserError | null>
}

/** Pins the words that are selected in the answer. Without a selection, its sentences are offered. */
export function PinSentence({ text, onPin }: PinSentenceProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [pinned, setPinned] = useState('')
  const [error, setError] = useState<UserError | null>(null)

  const pin = async (words: string) => {
    const isTooLong = words.length > MAX_PIN
    const failure = isTooLong ? null : await onPin(words)
    setError(failure)
    setPinned(failure !== null ? '' : isTooLong ? playerText('pin.tooLong', { limit: MAX_PIN }) : pinnedText(words))
    if (failure !== null || isTooLong) return
    setOpen(false)
    button.current?.focus()
  }
  const handleClick = () => {
    const words = selectedText(button.current?.closest('article') ?? null)
    button.current?.focus()
    setError(null)
    setPinned('')
    if (words === '') setOpen(!isOpen)
    else void pin(words)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setOpen(false)
    button.current?.focus()
  }

  return (
    <div className={pinStyles.pin} data-open={isOpen || undefined} onKeyDown={handleKeyDown}>
      <button
        ref={button}
        type="button"
        className={styles.action}
        title={playerText('pin.hint')}
        aria-expanded={isOpen}
        // The browser would drop what is selected.
        onMouseDown={(event) => event.preventDefault()}
        onClick={handleClick}
      >
        {playerText('pin.action')}
      </button>
      {isOpen && (
        <div className={pinStyles.choices} role="group" aria-label={playerText('pin.hint')}>
          <p>{playerText('pin.choose')}</p>
          <ul className={pinStyles.list}>
            {sentencesToPin(text).map((sentence) => (
              <li key={sentence}>
                <button type="button" className={pinStyles.sentence} dir="auto" onClick={() => void pin(sentence)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <span aria-live="polite" className={pinStyles.status}>
        {pinned}
      </span>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  )
}

const pinnedText = (text: string): string => playerText('pin.pinned', { text })
