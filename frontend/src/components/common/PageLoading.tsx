import { commonText } from '../../text/common.ts'
import styles from './PageLoading.module.css'

/** Appears only after a delay, so a fast page does not flicker. */
export function PageLoading() {
  return (
    <p className={styles.loading} role="status">
      {commonText('opening')}
    </p>
  )
}
