import type { ReactNode } from 'react'

import type { UserError } from '../../types/userError.ts'
import styles from './ErrorNotice.module.css'

interface ErrorNoticeProps {
  readonly error: Pick<UserError, 'detail' | 'hint'>
  /** A button that does what the hint says. */
  readonly children?: ReactNode
}

/** An error with its hint and, if there is one, a button. */
export function ErrorNotice({ error, children }: ErrorNoticeProps) {
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.detail} dir="auto">
        {error.detail}
      </p>
      <p className={styles.hint} dir="auto">
        {error.hint}
      </p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
