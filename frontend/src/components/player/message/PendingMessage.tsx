import styles from './PlayerMessage.module.css'

interface PendingWordsProps {
  readonly text: string
}

/** The player's words on their way to the server. */
export function PendingMessage({ text }: PendingWordsProps) {
  return (
    <article className={styles.words} data-pending="" aria-label="You" aria-busy="true">
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </article>
  )
}
