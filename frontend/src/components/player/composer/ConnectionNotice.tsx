import styles from './ConnectionNotice.module.css'

/** Calm: nothing is lost, and nothing need be done. */
export function ConnectionNotice() {
  return (
    <p className={styles.notice} role="status">
      The server is out of reach. Trying again; nothing is lost.
    </p>
  )
}
