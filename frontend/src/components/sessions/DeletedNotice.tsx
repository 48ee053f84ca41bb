import { useEffect, useRef, useState } from 'react'

import { sessionsText } from '../../text/sessions.ts'
import type { SessionSummary } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './SessionList.module.css'

interface DeletedNoticeProps {
  readonly session: SessionSummary
  readonly onUndo: () => Promise<UserError | null>
}

/** Says which session was deleted. It takes the focus of the button that deleted it. */
export function DeletedNotice({ session, onUndo }: DeletedNoticeProps) {
  const notice = useRef<HTMLDivElement>(null)
  const [error, setError] = useState<UserError | null>(null)
  useEffect(() => notice.current?.querySelector('button')?.focus(), [])
  return (
    <div ref={notice} className={styles.notice}>
      <p role="status">{sessionsText('deleted', { name: session.title })}</p>
      <Button size="sm" variant="outlined" onClick={() => void onUndo().then(setError)}>
        {sessionsText('undo')}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  )
}
