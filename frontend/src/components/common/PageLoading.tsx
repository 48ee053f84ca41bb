import styles from './PageLoading.module.css'

/** Says so only when it takes long enough to be noticed. */
export function PageLoading() {
  return (
    <p className={styles.loading} role="status">
      Opening…
    </p>
  )
}
