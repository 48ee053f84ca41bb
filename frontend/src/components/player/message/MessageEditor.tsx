import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'
import type { UserError } from '../../../types/userError.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { GrowingTextarea } from '../composer/GrowingTextarea.tsx'
import { isTooLong } from '../composer/maxTextLength.ts'
import styles from './MessageEditor.module.css'

interface MessageEditorProps {
  readonly text: string
  readonly onSave: (text: string) => Promise<UserError | null>
  readonly onClose: () => void
}

/** Edits a sent message. The text stays if it can't be sent. */
export function MessageEditor({ text, onSave, onClose }: MessageEditorProps) {
  const [draft, setDraft] = useState(text)
  const [error, setError] = useState<UserError | null>(null)
  const input = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    input.current?.focus()
  }, [])

  const canSave = draft.trim() !== '' && !isTooLong(draft)

  const handleSave = async () => {
    if (!canSave) return
    const saveError = await onSave(draft.trim())
    setError(saveError)
    if (saveError === null) onClose()
  }

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
    if (event.key === 'Enter' && !event.shiftKey && event.target === input.current) {
      event.preventDefault()
      void handleSave()
    }
  }

  return (
    <div className={styles.editor} onKeyDown={handleKeyDown}>
      <GrowingTextarea ref={input} label={playerText('editor.label')} value={draft} onChange={setDraft} />
      <div className={styles.actions}>
        <Button size="sm" onClick={() => void handleSave()} disabled={!canSave}>
          {playerText('send')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {playerText('cancel')}
        </Button>
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  )
}
