import { Button } from '@mantine/core'

import styles from '../answer/AnswerStatus.module.css'

interface UnansweredNoteProps {
  readonly onAsk: () => void
}

/** The story waits for the narrator, and nobody is asked: as after a crash at just that moment. */
export function UnansweredNote({ onAsk }: UnansweredNoteProps) {
  return (
    <div className={styles.note}>
      <p>The narrator has not answered yet.</p>
      <Button variant="default" size="sm" onClick={onAsk}>
        Ask the narrator
      </Button>
    </div>
  )
}
