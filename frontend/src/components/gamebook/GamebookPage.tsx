import type { ReactNode } from 'react'

import { gamebookText } from '../../text/gamebook.ts'
import type { GamebookDetail, SessionSummary } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { Cover } from '../library/Cover.tsx'
import { DiagnosticList } from './DiagnosticList.tsx'
import { EndingsFound } from './EndingsFound.tsx'
import styles from './GamebookPage.module.css'
import { SessionList } from './SessionList.tsx'
import { StartButton } from './StartButton.tsx'

interface GamebookPageProps {
  readonly gamebook: GamebookDetail
  readonly sessions: readonly SessionSummary[]
  /** Null if all sessions are shown. */
  readonly onShowOlder: (() => void) | null
  /** The field that chooses the narrator. */
  readonly narrator: ReactNode
  readonly isStarting: boolean
  readonly error: UserError | null
  readonly onStart: () => void
  /** The checker's findings. */
  readonly check: ReactNode
}

export function GamebookPage({
  gamebook,
  sessions,
  onShowOlder,
  narrator,
  isStarting,
  error,
  onStart,
  check,
}: GamebookPageProps) {
  return (
    <article className={styles.page}>
      <div className={styles.cover}>
        <Cover gamebook={gamebook} isFirst />
      </div>
      <div className={styles.words}>
        <header>
          <RouteHeading title={gamebook.title} className={styles.title}>
            {gamebook.title}
          </RouteHeading>
          {gamebook.author !== null && (
            <p className={styles.author}>{gamebookText('author', { author: gamebook.author })}</p>
          )}
        </header>
        {gamebook.description !== null && (
          <p className={styles.description} dir="auto">
            {gamebook.description}
          </p>
        )}
        <div className={styles.start}>
          <StartButton
            isFirst={sessions.length === 0}
            isPlayable={gamebook.playable}
            isStarting={isStarting}
            onStart={onStart}
          />
          {gamebook.playable && narrator}
        </div>
        {!gamebook.playable && sessions.length > 0 && <p>{gamebookText('start.sessionsContinue')}</p>}
        {error !== null && <ErrorNotice error={error} />}
        {sessions.length > 0 && <SessionList sessions={sessions} onShowOlder={onShowOlder} />}
        {sessions.length > 0 && gamebook.endings.total > 0 && (
          <EndingsFound endings={gamebook.endings} titles={gamebook.endingTitlesFound} />
        )}
        {gamebook.diagnostics.length > 0 && (
          <DiagnosticList diagnostics={gamebook.diagnostics} isOpen={!gamebook.playable} />
        )}
        {gamebook.playable && check}
      </div>
    </article>
  )
}
