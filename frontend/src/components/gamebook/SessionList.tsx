import { Button } from '@mantine/core'
import { Link } from 'wouter'

import type { SessionSummary } from '../../types/api.ts'
import { RelativeTime } from '../common/RelativeTime.tsx'
import styles from './SessionList.module.css'

interface SessionListProps {
  readonly sessions: readonly SessionSummary[]
  /** Null where all are shown. */
  readonly onShowEarlier: (() => void) | null
}

/** Where each play-through stands, and since when. */
export function SessionList({ sessions, onShowEarlier }: SessionListProps) {
  return (
    <section aria-labelledby="sessions-so-far">
      <h2 id="sessions-so-far" className={styles.heading}>
        Sessions so far
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <Link href={`/sessions/${session.id}`} className={styles.link}>
              <span className={styles.place}>{tellPlace(session)}</span>
              <RelativeTime time={session.updatedAt} />
            </Link>
          </li>
        ))}
      </ul>
      {onShowEarlier !== null && (
        <Button variant="subtle" size="sm" onClick={onShowEarlier}>
          Show earlier ones
        </Button>
      )}
    </section>
  )
}

function tellPlace({ ending, place }: SessionSummary): string {
  if (ending !== null) return `Ended: ${ending.title}`
  return place ?? 'At the beginning'
}
