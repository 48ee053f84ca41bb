import { type ReactNode, useState } from 'react'

import { useDraft } from '../../hooks/useDraft.ts'
import { memoryText } from '../../text/memory.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { Field } from '../common/Field.tsx'
import fieldStyles from '../common/Field.module.css'
import styles from './MemoryPage.module.css'

interface TextEditorProps {
  readonly draftKey: string
  readonly label: string
  readonly hint: string
  /** As it is saved. */
  readonly text: string
  readonly maxLength: number
  readonly onSave: (text: string) => Promise<UserError | null>
  /** Called after it was saved. */
  readonly onSaved?: () => void
  /** Further buttons. */
  readonly children?: ReactNode
}

/** A text that is saved on request. What is typed is kept until then, also if saving fails or the page is left. */
export function TextEditor({ draftKey, label, hint, text, maxLength, onSave, onSaved, children }: TextEditorProps) {
  const draft = useDraft(draftKey, text)
  const [error, setError] = useState<UserError | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const isChanged = draft.text !== text
  const length = draft.text.trim().length
  const isTooLong = length > maxLength

  const handleSave = async () => {
    if (isSaving || isTooLong) return
    setSaving(true)
    const failure = await onSave(draft.text.trim())
    setSaving(false)
    setError(failure)
    setSaved(failure === null)
    if (failure === null) onSaved?.()
  }

  return (
    <div className={styles.editor}>
      <Field
        label={label}
        hint={hint}
        error={isTooLong ? memoryText('note.tooLong', { length, limit: maxLength }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className={fieldStyles.input}
            dir="auto"
            rows={4}
            value={draft.text}
            onChange={(event) => {
              draft.setText(event.target.value)
              setSaved(false)
              setError(null)
            }}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button size="sm" disabled={!isChanged || isTooLong} aria-disabled={isSaving} onClick={() => void handleSave()}>
          {memoryText('note.save')}
        </Button>
        {isChanged && (
          <Button size="sm" variant="quiet" onClick={draft.discard}>
            {memoryText('note.discard')}
          </Button>
        )}
        {children}
      </div>
      <p className={styles.remark} role="status">
        {isSaved && !isChanged
          ? memoryText('note.saved')
          : isChanged && draft.isRestored
            ? memoryText('note.kept')
            : ''}
      </p>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  )
}
