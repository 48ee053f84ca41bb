import { playerText } from '../../../text/player.ts'
import styles from './GrowingTextarea.module.css'
import { MAX_TEXT_LENGTH } from './maxTextLength.ts'

interface TooLongNoteProps {
  readonly id: string
  readonly text: string
}

export function TooLongNote({ id, text }: TooLongNoteProps) {
  return (
    <p id={id} className={styles.tooLong} role="status">
      {playerText('composer.tooLong', { length: text.trim().length, limit: MAX_TEXT_LENGTH })}
    </p>
  )
}
