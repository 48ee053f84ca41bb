import type { ReactNode } from 'react'

import type { UserError } from '../../types/userError.ts'
import styles from './ErrorNotice.module.css'

interface TroubleNoticeProps {
  readonly trouble: Pick<UserError, 'detail' | 'hint'>
  /** One button that does what the hint says. */
  readonly children?: ReactNode
}

/** What happened, what to do, and a way to do it. */
export function ErrorNotice({ trouble, children }: TroubleNoticeProps) {
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.detail}>{trouble.detail}</p>
      <p className={styles.hint}>{trouble.hint}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
