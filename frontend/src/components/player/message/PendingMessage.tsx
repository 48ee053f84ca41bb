import { playerText } from '../../../text/player.ts'
import styles from './PlayerMessage.module.css'

interface PendingMessageProps {
  readonly text: string
}

/** The player's message while it is being sent. */
export function PendingMessage({ text }: PendingMessageProps) {
  return (
    <article className={styles.message} data-pending="" aria-label={playerText('you')} aria-busy="true">
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </article>
  )
}
