import { playerText } from '../../../text/player.ts'
import { Button } from '../../common/buttons/Button.tsx'
import { firstClick } from '../../common/firstClick.ts'
import styles from '../answer/AnswerStatus.module.css'

interface CutShortNoteProps {
  readonly onContinue: () => void
}

/** Shown below a last answer that reached its maximum length. */
export function CutShortNote({ onContinue }: CutShortNoteProps) {
  return (
    <div className={styles.note}>
      <p>{playerText('message.cutShort')}</p>
      <Button variant="outlined" size="sm" onClick={firstClick(onContinue)}>
        {playerText('message.continue')}
      </Button>
    </div>
  )
}
