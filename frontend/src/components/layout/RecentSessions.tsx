import { Link, useLocation } from 'wouter'

import { layoutText } from '../../text/layout.ts'
import type { SessionSummary } from '../../types/api.ts'
import styles from './Navbar.module.css'

interface RecentSessionsProps {
  readonly sessions: readonly SessionSummary[]
}

export function RecentSessions({ sessions }: RecentSessionsProps) {
  const [location] = useLocation()
  return (
    <section aria-labelledby="recent-sessions">
      <h2 id="recent-sessions" className={styles.heading}>
        {layoutText('sessions')}
      </h2>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <Link
              href={`/sessions/${session.id}`}
              className={styles.link}
              aria-current={location === `/sessions/${session.id}` ? 'page' : undefined}
            >
              <span className={styles.title} dir="auto">
                {session.title}
              </span>
              <span className={styles.where} dir="auto">
                {session.ending?.title ?? session.place}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
