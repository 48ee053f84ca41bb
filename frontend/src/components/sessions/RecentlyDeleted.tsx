import { useState } from 'react'

import { sessionsText } from '../../text/sessions.ts'
import type { SessionSummary } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { formatRelativeTime } from '../common/formatRelativeTime.ts'
import { DeleteForever } from './DeleteForever.tsx'
import { labelSession } from './sessionLabels.ts'
import styles from './SessionList.module.css'

interface RecentlyDeletedProps {
  readonly sessions: readonly SessionSummary[]
  readonly onRestore: (id: string) => Promise<UserError | null>
  readonly onRemoveForever: (id: string) => Promise<UserError | null>
}

export function RecentlyDeleted({ sessions, onRestore, onRemoveForever }: RecentlyDeletedProps) {
  return (
    <details className={styles.deleted}>
      <summary className={styles.summary}>{sessionsText('recentlyDeleted', { count: sessions.length })}</summary>
      <p className={styles.facts}>{sessionsText('keptFor')}</p>
      <ul>
        {sessions.map((session) => (
          <DeletedRow
            key={session.id}
            session={session}
            onRestore={() => onRestore(session.id)}
            onRemoveForever={() => onRemoveForever(session.id)}
          />
        ))}
      </ul>
    </details>
  )
}

interface DeletedRowProps {
  readonly session: SessionSummary
  readonly onRestore: () => Promise<UserError | null>
  readonly onRemoveForever: () => Promise<UserError | null>
}

function DeletedRow({ session, onRestore, onRemoveForever }: DeletedRowProps) {
  const [now] = useState(Date.now)
  const [isConfirming, setConfirming] = useState(false)
  const [error, setError] = useState<UserError | null>(null)
  const { main, others } = labelSession(session, null)
  const ago = formatRelativeTime(session.deletedAt ?? session.updatedAt, now)
  return (
    <li className={styles.item}>
      <div className={styles.deletedFacts}>
        <span className={styles.main} dir="auto">
          {main}
        </span>
        <span className={styles.facts}>
          <bdi>{others[0]}</bdi> · {sessionsText('deletedAgo', { ago })}
        </span>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {isConfirming ? (
        <DeleteForever session={session} onDelete={onRemoveForever} onKeep={() => setConfirming(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button size="sm" variant="outlined" onClick={() => void onRestore().then(setError)}>
            {sessionsText('restore')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setConfirming(true)}>
            {sessionsText('deleteForever')}
          </Button>
        </div>
      )}
    </li>
  )
}
