import { Button } from '../../common/buttons/Button.tsx'
import { firstClick } from '../../common/firstClick.ts'
import { playerText } from '../../../text/player.ts'
import styles from '../answer/AnswerStatus.module.css'

interface UnansweredNoteProps {
  readonly onRequest: () => void
}

/** Shown if the last message has no answer and none is being generated, such as after a crash. */
export function UnansweredNote({ onRequest }: UnansweredNoteProps) {
  return (
    <div className={styles.note}>
      <p>{playerText('message.unanswered')}</p>
      <Button variant="outlined" size="sm" onClick={firstClick(onRequest)}>
        {playerText('message.getAnswer')}
      </Button>
    </div>
  )
}
