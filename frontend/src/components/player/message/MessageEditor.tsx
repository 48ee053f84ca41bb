import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { pressedKey } from '../../../hooks/pressedKey.ts'
import { useDraft } from '../../../hooks/useDraft.ts'
import { playerText } from '../../../text/player.ts'
import type { UserError } from '../../../types/userError.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { GrowingTextarea } from '../composer/GrowingTextarea.tsx'
import { isTooLong } from '../composer/maxTextLength.ts'
import { messageElementId } from '../messageElementId.ts'
import { editDraftKey } from './editDraftKey.ts'
import styles from './MessageEditor.module.css'

interface MessageEditorProps {
  readonly messageId: string
  readonly text: string
  readonly onSave: (text: string) => Promise<UserError | null>
  readonly onClose: () => void
}

/** Edits a sent message. What is typed is kept until it is sent or discarded, also if the editor is closed. */
export function MessageEditor({ messageId, text, onSave, onClose }: MessageEditorProps) {
  const draft = useDraft(editDraftKey(messageId), text)
  const [error, setError] = useState<UserError | null>(null)
  const [isSaving, setSaving] = useState(false)
  const isSent = useRef(false)
  const input = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    input.current?.focus()
  }, [])

  const canSave = draft.text.trim() !== '' && !isTooLong(draft.text)

  const handleSave = async () => {
    if (!canSave || isSent.current) return
    isSent.current = true
    setSaving(true)
    const saveError = await onSave(draft.text.trim())
    isSent.current = false
    setSaving(false)
    setError(saveError)
    if (saveError !== null) return
    draft.discard()
    onClose()
  }

  const handleDiscard = () => {
    draft.discard()
    setError(null)
    input.current?.focus()
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event)
    if (key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
    if (key === 'Enter' && !event.shiftKey && event.target === input.current) {
      event.preventDefault()
      void handleSave()
    }
  }

  return (
    <div id={messageElementId(messageId)} className={styles.editor} onKeyDown={handleKeyDown}>
      <GrowingTextarea
        ref={input}
        label={playerText('editor.label')}
        value={draft.text}
        isReadOnly={isSaving}
        onChange={(changed) => {
          draft.setText(changed)
          setError(null)
        }}
      />
      {draft.isRestored && (
        <p className={styles.restored} role="status">
          {playerText('editor.restored')}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="sm" onClick={() => void handleSave()} disabled={!canSave} aria-disabled={isSaving}>
          {playerText('send')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {playerText('cancel')}
        </Button>
        {draft.isRestored && (
          <Button size="sm" variant="quiet" onClick={handleDiscard}>
            {playerText('editor.discard')}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  )
}
