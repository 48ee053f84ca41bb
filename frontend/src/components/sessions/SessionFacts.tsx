import type { SessionSummary } from '../../types/api.ts'
import { RelativeTime } from '../common/RelativeTime.tsx'
import { labelSession } from './sessionLabels.ts'
import styles from './SessionList.module.css'

interface SessionFactsProps {
  readonly session: SessionSummary
  readonly gamebookTitle: string | null
}

/** What tells a session apart from others. */
export function SessionFacts({ session, gamebookTitle }: SessionFactsProps) {
  const { main, others } = labelSession(session, gamebookTitle)
  return (
    <>
      <span className={styles.main} dir="auto">
        {main}
      </span>
      <span className={styles.facts}>
        {others.map((fact) => (
          <span key={fact}>
            <bdi>{fact}</bdi> ·{' '}
          </span>
        ))}
        <RelativeTime time={session.updatedAt} />
      </span>
    </>
  )
}
