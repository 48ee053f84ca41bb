import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { UserError } from '../../../types/userError.ts'
import { ErrorNotice } from '../../common/ErrorNotice.tsx'
import { GrowingTextarea } from '../composer/GrowingTextarea.tsx'
import { isTooLong } from '../composer/maxTextLength.ts'
import styles from './MessageEditor.module.css'

interface WordsEditorProps {
  readonly text: string
  readonly onSave: (text: string) => Promise<UserError | null>
  readonly onClose: () => void
}

/** Says the same moment otherwise. What was written stays when it could not be sent. */
export function MessageEditor({ text, onSave, onClose }: WordsEditorProps) {
  const [draft, setDraft] = useState(text)
  const [trouble, setTrouble] = useState<UserError | null>(null)
  const input = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    input.current?.focus()
  }, [])

  const canSave = draft.trim() !== '' && !isTooLong(draft)

  const handleSave = async () => {
    if (!canSave) return
    const found = await onSave(draft.trim())
    setTrouble(found)
    if (found === null) onClose()
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
      <GrowingTextarea ref={input} label="What do you do instead?" value={draft} onChange={setDraft} />
      <div className={styles.actions}>
        <Button size="sm" onClick={() => void handleSave()} disabled={!canSave}>
          Tell it so
        </Button>
        <Button size="sm" variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {trouble !== null && <ErrorNotice error={trouble} />}
    </div>
  )
}
