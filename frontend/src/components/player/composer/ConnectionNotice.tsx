import { playerText } from '../../../text/player.ts'
import styles from './ConnectionNotice.module.css'

export function ConnectionNotice() {
  return (
    <p className={styles.notice} role="status">
      {playerText('footer.reconnecting')}
    </p>
  )
}
