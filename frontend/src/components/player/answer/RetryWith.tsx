import { type KeyboardEvent, useRef, useState } from 'react'

import { ModelConfigSelector } from '../../ModelConfigSelector.tsx'
import styles from './AnswerActions.module.css'

interface RetryWithProps {
  readonly onRetry: (modelConfigId: string) => void
}

/** The same turn once more, told by somebody else; who tells the turns after it stays as it is. */
export function RetryWith({ onRetry }: RetryWithProps) {
  const [isChoosing, setChoosing] = useState(false)
  const root = useRef<HTMLSpanElement>(null)

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isChoosing) return
    event.nativeEvent.stopImmediatePropagation()
    setChoosing(false)
    requestAnimationFrame(() => root.current?.querySelector('button')?.focus())
  }
  return (
    <span ref={root} className={styles.with} onKeyDown={handleKeyDown}>
      {isChoosing ? (
        <ModelConfigSelector
          label="Retry with"
          value={null}
          placeholder="Choose a model"
          autoFocus
          onChange={(modelConfigId) => {
            setChoosing(false)
            onRetry(modelConfigId)
          }}
        />
      ) : (
        <button type="button" className={styles.action} onClick={() => setChoosing(true)}>
          Retry with…
        </button>
      )}
    </span>
  )
}
