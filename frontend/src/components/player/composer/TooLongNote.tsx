import styles from './GrowingTextarea.module.css'
import { MAX_TEXT_LENGTH } from './maxTextLength.ts'

interface TooLongNoteProps {
  readonly id: string
  readonly text: string
}

/** Calm: nothing is cut off, it only cannot be sent like this. */
export function TooLongNote({ id, text }: TooLongNoteProps) {
  return (
    <p id={id} className={styles.tooLong} role="status">
      {count(text.trim().length)} of {count(MAX_TEXT_LENGTH)} characters: too much to send at once. Shorten it, or send
      it in parts.
    </p>
  )
}

const count = (length: number) => length.toLocaleString('en')
