import { useEffect, useRef, useState } from 'react'

import { sessionsText } from '../../text/sessions.ts'
import type { SessionSummary } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './SessionList.module.css'

interface DeleteForeverProps {
  readonly session: SessionSummary
  readonly onDelete: () => Promise<UserError | null>
  readonly onKeep: () => void
}

/** Asks before a session is deleted forever, and says what that loses. */
export function DeleteForever({ session, onDelete, onKeep }: DeleteForeverProps) {
  const question = useRef<HTMLDivElement>(null)
  const [error, setError] = useState<UserError | null>(null)
  useEffect(() => question.current?.focus(), [])
  const { title: name, messageCount: count } = session
  return (
    <div
      ref={question}
      className={styles.question}
      role="group"
      tabIndex={-1}
      aria-label={sessionsText('confirm.group', { name })}
    >
      <p>{sessionsText('confirm.question', { name, count })}</p>
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.buttons}>
        <Button size="sm" onClick={() => void onDelete().then(setError)}>
          {sessionsText('confirm.delete')}
        </Button>
        <Button size="sm" variant="outlined" onClick={onKeep}>
          {sessionsText('confirm.keep')}
        </Button>
      </div>
    </div>
  )
}
