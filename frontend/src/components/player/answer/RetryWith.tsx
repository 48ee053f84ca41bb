import { type KeyboardEvent, useRef, useState } from 'react'

import { pressedKey } from '../../../hooks/pressedKey.ts'
import { playerText } from '../../../text/player.ts'
import { ModelConfigSelector } from '../../ModelConfigSelector.tsx'
import styles from './AnswerActions.module.css'

interface RetryWithProps {
  readonly onRetry: (modelConfigId: string) => void
}

/** Retries a turn with another model. The session keeps its own. */
export function RetryWith({ onRetry }: RetryWithProps) {
  const [isChoosing, setChoosing] = useState(false)
  const root = useRef<HTMLSpanElement>(null)

  const handleKeyDown = (event: KeyboardEvent) => {
    if (pressedKey(event) !== 'Escape' || event.defaultPrevented || !isChoosing) return
    event.nativeEvent.stopImmediatePropagation()
    setChoosing(false)
    requestAnimationFrame(() => root.current?.querySelector('button')?.focus())
  }
  return (
    <span ref={root} className={styles.with} onKeyDown={handleKeyDown}>
      {isChoosing ? (
        <ModelConfigSelector
          label={playerText('answerActions.retryWithLabel')}
          value={null}
          placeholder={playerText('answerActions.chooseModel')}
          autoFocus
          onChange={(modelConfigId) => {
            setChoosing(false)
            onRetry(modelConfigId)
          }}
        />
      ) : (
        <button type="button" className={styles.action} onClick={() => setChoosing(true)}>
          {playerText('answerActions.retryWith')}
        </button>
      )}
    </span>
  )
}
