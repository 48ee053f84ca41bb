import { Link } from 'wouter'

import styles from './NotFound.module.css'
import { RouteHeading } from './RouteHeading.tsx'

interface NotFoundProps {
  readonly what: string
}

export function NotFound({ what }: NotFoundProps) {
  return (
    <div className={styles.page}>
      <RouteHeading title="Not found" className={styles.heading}>
        {what}
      </RouteHeading>
      <p className={styles.hint}>It may have been deleted, or the address has a slip of the pen.</p>
      <Link href="/">To all gamebooks</Link>
    </div>
  )
}
