import { Link } from 'wouter'

import { usageText } from '../../text/usage.ts'
import type { SessionUsageList } from '../../types/api.ts'
import { Button } from '../common/buttons/Button.tsx'
import { RelativeTime } from '../common/RelativeTime.tsx'
import { countCells } from './countCells.ts'
import styles from './Usage.module.css'

interface SessionUsageTableProps {
  readonly sessions: SessionUsageList['data']
  readonly onShowOlder: (() => void) | null
}

/** What each session used and cost. */
export function SessionUsageTable({ sessions, onShowOlder }: SessionUsageTableProps) {
  return (
    <section aria-labelledby="usage-sessions" className={styles.section}>
      <h2 id="usage-sessions" className={styles.heading}>
        {usageText('sessions.title')}
      </h2>
      <p className={styles.remark}>{usageText('sessions.lead')}</p>
      <div className={styles.scroll} role="region" aria-label={usageText('sessions.label')} tabIndex={0}>
        <table className={`${styles.table} ${styles.records}`}>
          <thead>
            <tr>
              <th scope="col">{usageText('column.session')}</th>
              <th scope="col">{usageText('column.turns')}</th>
              <th scope="col">{usageText('column.input')}</th>
              <th scope="col">{usageText('column.cached')}</th>
              <th scope="col">{usageText('column.written')}</th>
              <th scope="col">{usageText('column.cost')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ sessionId, title, updatedAt, ...used }) => (
              <tr key={sessionId}>
                <th scope="row" dir="auto">
                  <Link href={`/sessions/${sessionId}/requests`}>{title}</Link>
                  <small>
                    <RelativeTime time={updatedAt} />
                  </small>
                </th>
                {countCells(used).map(({ key, text }) => (
                  <td key={key}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onShowOlder !== null && (
        <Button variant="quiet" size="sm" onClick={onShowOlder}>
          {usageText('sessions.older')}
        </Button>
      )}
    </section>
  )
}
