import { useEffect, useRef, useState } from 'react'

import { useEscape } from '../../hooks/useEscape.ts'
import { sessionsText } from '../../text/sessions.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { TextField } from '../common/TextField.tsx'
import styles from './SessionList.module.css'

interface RenameFormProps {
  readonly title: string
  readonly onSave: (title: string) => Promise<UserError | null>
  readonly onClose: () => void
}

const MAX_TITLE = 255

/** Takes the place of a session in the list while its name is edited. */
export function RenameForm({ title, onSave, onClose }: RenameFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(title)
  const [error, setError] = useState<UserError | null>(null)
  useEffect(() => {
    const input = form.current?.querySelector('input')
    input?.focus()
    input?.select()
  }, [])
  useEscape(true, onClose)

  const save = async () => {
    const failure = draft === title ? null : await onSave(draft)
    if (failure === null) onClose()
    else setError(failure)
  }
  return (
    <form
      ref={form}
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.trim() !== '') void save()
      }}
    >
      <TextField label={sessionsText('name')} value={draft} onChange={setDraft} maxLength={MAX_TITLE} />
      {error !== null && <ErrorNotice error={error} />}
      <div className={styles.buttons}>
        <Button type="submit" size="sm" disabled={draft.trim() === ''}>
          {sessionsText('save')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {sessionsText('cancel')}
        </Button>
      </div>
    </form>
  )
}
