import { Link } from 'wouter'

import { usageText } from '../../text/usage.ts'
import type { SentRequest } from '../../types/api.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { RequestList } from './RequestList.tsx'
import styles from './Usage.module.css'

interface OtherRequestsPageProps {
  /** Newest first. */
  readonly requests: readonly SentRequest[]
  /** Null if all are shown. */
  readonly onShowOlder: (() => void) | null
}

/** The requests that belong to no session. */
export function OtherRequestsPage({ requests, onShowOlder }: OtherRequestsPageProps) {
  return (
    <>
      <nav className={styles.links} aria-label={usageText('others.title')}>
        <Link href="/usage">{usageText('title')}</Link>
      </nav>
      <RouteHeading title={usageText('others.title')} className={styles.title}>
        {usageText('others.title')}
      </RouteHeading>
      <p className={styles.lead}>{usageText('others.lead')}</p>
      {requests.length === 0 ? (
        <p className={styles.empty}>{usageText('others.empty')}</p>
      ) : (
        <RequestList requests={requests} hrefOf={({ id }) => `/requests/${id}`} onShowOlder={onShowOlder} />
      )}
    </>
  )
}
