import { Link } from 'wouter'

import type { SessionSummary } from '../../types/api.ts'
import { libraryText } from '../../text/library.ts'
import { RelativeTime } from '../common/RelativeTime.tsx'
import styles from './ContinueCard.module.css'

interface ContinueCardProps {
  readonly session: SessionSummary
}

/** The way back to the session played last. */
export function ContinueCard({ session }: ContinueCardProps) {
  return (
    <Link href={`/sessions/${session.id}`} className={styles.link}>
      <span className={styles.action}>
        {libraryText(session.ending === null ? 'lastSession.continue' : 'lastSession.reread')}
      </span>
      <span className={styles.title} dir="auto">
        {session.title}
      </span>
      <span className={styles.where}>
        <bdi>{session.ending?.title ?? session.place}</bdi> · <RelativeTime time={session.updatedAt} />
      </span>
    </Link>
  )
}
