import { useRef, useState } from 'react'

import { memoryText } from '../../text/memory.ts'
import type { SessionMemory } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { Button } from '../common/buttons/Button.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import type { MemoryActions } from './memoryActions.ts'
import styles from './MemoryPage.module.css'
import { TextEditor } from './TextEditor.tsx'

interface SummarySectionProps {
  readonly sessionId: string
  readonly summary: SessionMemory['summary']
  readonly onSave: MemoryActions['saveSummary']
}

/** The longest summary that the server takes. */
const MAX_SUMMARY = 4000

export function SummarySection({ sessionId, summary, onSave }: SummarySectionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [mode, setMode] = useState<'read' | 'edit' | 'forget'>('read')
  const [error, setError] = useState<UserError | null>(null)
  const text = summary?.text ?? ''

  const close = () => {
    setMode('read')
    heading.current?.focus()
  }
  const handleForget = async () => {
    const failure = await onSave('')
    setError(failure)
    if (failure === null) close()
  }

  return (
    <section className={styles.section}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {memoryText('summary.title')}
      </h2>
      {mode === 'edit' ? (
        <TextEditor
          draftKey={`summary ${sessionId}`}
          label={memoryText('summary.label')}
          hint={memoryText('summary.counts')}
          text={text}
          maxLength={MAX_SUMMARY}
          onSave={onSave}
          onSaved={close}
        >
          <Button size="sm" variant="quiet" onClick={close}>
            {memoryText('summary.close')}
          </Button>
        </TextEditor>
      ) : (
        <>
          {summary === null || text === '' ? (
            <p className={styles.remark}>{memoryText(summary === null ? 'summary.none' : 'summary.forgotten')}</p>
          ) : (
            <>
              <p className={styles.story} dir="auto">
                {text}
              </p>
              <p className={styles.remark}>
                {memoryText('summary.covers', { turns: summary.turns, source: summary.source })}
              </p>
            </>
          )}
          {mode === 'forget' ? (
            <div className={styles.editor} role="group" aria-label={memoryText('summary.forget')}>
              <p>{memoryText('summary.question')}</p>
              <div className={styles.actions}>
                <Button size="sm" onClick={() => void handleForget()}>
                  {memoryText('summary.forget')}
                </Button>
                <Button size="sm" variant="outlined" autoFocus onClick={close}>
                  {memoryText('summary.keep')}
                </Button>
              </div>
            </div>
          ) : (
            <div className={styles.actions}>
              <Button size="sm" variant="outlined" onClick={() => setMode('edit')}>
                {memoryText(text === '' ? 'summary.write' : 'summary.edit')}
              </Button>
              {text !== '' && (
                <Button size="sm" variant="quiet" onClick={() => setMode('forget')}>
                  {memoryText('summary.forget')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </section>
  )
}
