import { Link } from 'wouter'

import type { SessionSummary } from '../../types/api.ts'
import { RelativeTime } from '../common/RelativeTime.tsx'
import styles from './ContinueCard.module.css'

interface LastSessionProps {
  readonly session: SessionSummary
}

/** Back to where one left off. */
export function ContinueCard({ session }: LastSessionProps) {
  return (
    <Link href={`/sessions/${session.id}`} className={styles.link}>
      <span className={styles.action}>{session.ending === null ? 'Continue reading' : 'Read the end again'}</span>
      <span className={styles.title}>{session.title}</span>
      <span className={styles.where}>
        {session.ending?.title ?? session.place} · <RelativeTime time={session.updatedAt} />
      </span>
    </Link>
  )
}
