import { memoryText } from '../../text/memory.ts'
import type { MemoryActions } from './memoryActions.ts'
import styles from './MemoryPage.module.css'
import { TextEditor } from './TextEditor.tsx'

interface NoteSectionProps {
  readonly sessionId: string
  readonly note: string
  readonly onSave: MemoryActions['saveNote']
}

/** The longest note that the server takes. */
const MAX_NOTE = 2000

export function NoteSection({ sessionId, note, onSave }: NoteSectionProps) {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{memoryText('note.title')}</h2>
      <TextEditor
        draftKey={`note ${sessionId}`}
        label={memoryText('note.label')}
        hint={memoryText('note.hint')}
        text={note}
        maxLength={MAX_NOTE}
        onSave={onSave}
      />
    </section>
  )
}
