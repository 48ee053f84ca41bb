import { useRef, useState } from 'react'

import { Button } from '../common/buttons/Button.tsx'
import { sessionsText } from '../../text/sessions.ts'
import type { SessionSummary } from '../../types/api.ts'
import { DeletedNotice } from './DeletedNotice.tsx'
import { RecentlyDeleted } from './RecentlyDeleted.tsx'
import type { SessionActions } from './sessionActions.ts'
import styles from './SessionList.module.css'
import { SessionRow } from './SessionRow.tsx'

interface SessionListProps {
  readonly sessions: readonly SessionSummary[]
  /** Those that can be restored. */
  readonly deleted: readonly SessionSummary[]
  /** Sessions with this name are told apart by their place; null in a list of several gamebooks. */
  readonly gamebookTitle: string | null
  /** Null if all are shown. */
  readonly onShowOlder: (() => void) | null
  readonly actions: SessionActions
}

/** The sessions that can be continued, and those that can be restored. */
export function SessionList({ sessions, deleted, gamebookTitle, onShowOlder, actions }: SessionListProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [justDeleted, setJustDeleted] = useState<SessionSummary | null>(null)

  const handleRemove = async (session: SessionSummary) => {
    const error = await actions.remove(session.id)
    if (error === null) setJustDeleted(session)
    return error
  }
  const handleRestore = async (id: string) => {
    const error = await actions.restore(id)
    if (error === null) {
      setJustDeleted(null)
      heading.current?.focus()
    }
    return error
  }
  const handleRemoveForever = async (id: string) => {
    const error = await actions.removeForever(id)
    if (error === null) {
      if (justDeleted?.id === id) setJustDeleted(null)
      heading.current?.focus()
    }
    return error
  }

  return (
    <section aria-labelledby="session-list">
      <h2 ref={heading} id="session-list" tabIndex={-1} className={styles.heading}>
        {sessionsText('title')}
      </h2>
      {justDeleted !== null && (
        <DeletedNotice key={justDeleted.id} session={justDeleted} onUndo={() => handleRestore(justDeleted.id)} />
      )}
      <ul>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            gamebookTitle={gamebookTitle}
            actions={actions}
            onRemove={() => handleRemove(session)}
          />
        ))}
      </ul>
      {onShowOlder !== null && (
        <Button variant="quiet" size="sm" onClick={onShowOlder}>
          {sessionsText('older')}
        </Button>
      )}
      {deleted.length > 0 && (
        <RecentlyDeleted sessions={deleted} onRestore={handleRestore} onRemoveForever={handleRemoveForever} />
      )}
    </section>
  )
}
