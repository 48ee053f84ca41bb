import { useState } from 'react'

import { sessionsText } from '../../text/sessions.ts'
import type { UserError } from '../../types/userError.ts'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './SessionList.module.css'

interface SessionMenuProps {
  readonly onRename: () => void
  readonly onDuplicate: () => Promise<UserError | null>
  readonly onRemove: () => Promise<UserError | null>
  readonly onClose: () => void
}

export function SessionMenu({ onRename, onDuplicate, onRemove, onClose }: SessionMenuProps) {
  const [error, setError] = useState<UserError | null>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (action: () => Promise<UserError | null>) => {
    setBusy(true)
    const failure = await action()
    setBusy(false)
    if (failure === null) onClose()
    else setError(failure)
  }
  return (
    <div className={styles.menu}>
      {error !== null && <ErrorNotice error={error} />}
      <button type="button" className={styles.action} onClick={onRename}>
        {sessionsText('rename')}
      </button>
      <button type="button" className={styles.action} disabled={isBusy} onClick={() => void run(onDuplicate)}>
        {sessionsText('duplicate')}
      </button>
      <button type="button" className={styles.action} disabled={isBusy} onClick={() => void run(onRemove)}>
        {sessionsText('delete')}
      </button>
    </div>
  )
}
