import { type Ref, useId } from 'react'

import styles from './GrowingTextarea.module.css'
import { isTooLong } from './maxTextLength.ts'
import { TooLongNote } from './TooLongNote.tsx'

interface GrowingTextareaProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Shown behind the value, which stands for it. */
  readonly completion?: string | null
  readonly isReadOnly?: boolean
  readonly id?: string
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** A text area as tall as its text. It accepts any length and warns above the limit. */
export function GrowingTextarea(props: GrowingTextareaProps) {
  const { label, value, onChange, completion = null, isReadOnly = false, id, ref } = props
  const ownId = useId()
  const noteId = useId()
  const isOverLimit = isTooLong(value)
  return (
    <div className={styles.field}>
      <label htmlFor={id ?? ownId} className={styles.label}>
        {label}
      </label>
      <div className={styles.growing} data-text={`${value} `}>
        <textarea
          ref={ref}
          id={id ?? ownId}
          className={styles.input}
          rows={1}
          dir="auto"
          enterKeyHint="send"
          readOnly={isReadOnly}
          aria-invalid={isOverLimit || undefined}
          aria-describedby={isOverLimit ? noteId : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {completion !== null && (
          <span className={styles.completion} aria-hidden="true">
            <span className={styles.typed}>{value}</span> {completion}
          </span>
        )}
      </div>
      {isOverLimit && <TooLongNote id={noteId} text={value} />}
    </div>
  )
}
