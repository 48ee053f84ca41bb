import { Link } from 'wouter'

import { Button } from '../common/buttons/Button.tsx'
import { gamebookText } from '../../text/gamebook.ts'
import type { SessionSummary } from '../../types/api.ts'
import { RelativeTime } from '../common/RelativeTime.tsx'
import styles from './SessionList.module.css'

interface SessionListProps {
  readonly sessions: readonly SessionSummary[]
  /** Null if all are shown. */
  readonly onShowOlder: (() => void) | null
}

/** The place of each session and when it was last played. */
export function SessionList({ sessions, onShowOlder }: SessionListProps) {
  return (
    <section aria-labelledby="gamebook-sessions">
      <h2 id="gamebook-sessions" className={styles.heading}>
        {gamebookText('sessions.title')}
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <Link href={`/sessions/${session.id}`} className={styles.link}>
              <span className={styles.place} dir="auto">
                {placeLabel(session)}
              </span>
              <RelativeTime time={session.updatedAt} />
            </Link>
          </li>
        ))}
      </ul>
      {onShowOlder !== null && (
        <Button variant="quiet" size="sm" onClick={onShowOlder}>
          {gamebookText('sessions.older')}
        </Button>
      )}
    </section>
  )
}

function placeLabel({ ending, place }: SessionSummary): string {
  if (ending !== null) return gamebookText('sessions.ended', { ending: ending.title })
  return place ?? gamebookText('sessions.beginning')
}
