import { Link } from 'wouter'

import { memoryText } from '../../text/memory.ts'
import type { SessionMemory } from '../../types/api.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { FactList } from './FactList.tsx'
import { listLeftOut, listSent } from './listRows.ts'
import type { MemoryActions } from './memoryActions.ts'
import { MemoryBar } from './MemoryBar.tsx'
import styles from './MemoryPage.module.css'
import { MemoryRows } from './MemoryRows.tsx'
import { NoteSection } from './NoteSection.tsx'
import { PinList } from './PinList.tsx'
import { SummarySection } from './SummarySection.tsx'

interface MemoryPageProps {
  readonly sessionId: string
  readonly memory: SessionMemory
  readonly actions: MemoryActions
}

/** What the narrator is sent with the next message, what not, and what the player can change about it. */
export function MemoryPage({ sessionId, memory, actions }: MemoryPageProps) {
  const { sent, pins, note, facts, narrator, marked } = memory
  const isRead = narrator !== null && !narrator.isBuiltin
  return (
    <>
      <nav className={styles.links} aria-label={memoryText('title')}>
        <Link href={`/sessions/${sessionId}`} className={styles.back}>
          {memoryText('back')}
        </Link>
        {isRead && (
          <Link href={`/sessions/${sessionId}/next-request`} className={styles.back}>
            {memoryText('next')}
          </Link>
        )}
      </nav>
      <RouteHeading title={memoryText('title')} className={styles.title}>
        {memoryText('title')}
      </RouteHeading>
      <p className={styles.lead} dir="auto">
        <Lead memory={memory} />
      </p>
      {marked > 0 && <p className={styles.lead}>{memoryText('marked', { count: marked })}</p>}
      {sent.length > 0 && (
        <>
          <MemoryBar memory={memory} />
          <div className={styles.columns}>
            <MemoryRows
              title={memoryText('sent.title')}
              total={memoryText('sent.total', { tokens: sent.reduce((sum, { tokens }) => sum + tokens, 0) })}
              rows={listSent(memory)}
            />
            <MemoryRows title={memoryText('leftOut.title')} rows={listLeftOut(memory)} isFaint />
          </div>
        </>
      )}
      {facts.length > 0 && <FactList facts={facts} />}
      {isRead && sent.length > 0 && (
        <SummarySection sessionId={sessionId} summary={memory.summary} onSave={actions.saveSummary} />
      )}
      <div className={styles.columns}>
        <PinList pins={pins} onRemove={actions.removePin} />
        <NoteSection sessionId={sessionId} note={note} onSave={actions.saveNote} />
      </div>
    </>
  )
}

function Lead({ memory: { narrator, mode, sent } }: Pick<MemoryPageProps, 'memory'>) {
  if (narrator === null) {
    return memoryText.rich('lead.none', { link: (words) => <Link href="/models">{words}</Link> })
  }
  const { name } = narrator
  if (narrator.isBuiltin) return memoryText('lead.builtin')
  if (sent.length === 0) return memoryText('lead.begin', { name })
  return memoryText(mode === 'off' ? 'lead.off' : 'lead.model', { name })
}
