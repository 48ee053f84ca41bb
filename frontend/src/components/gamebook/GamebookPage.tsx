import type { ReactNode } from 'react'

import { gamebookText } from '../../text/gamebook.ts'
import type { GamebookDetail, StartAnswer } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import { Cover } from '../library/Cover.tsx'
import { ContentWarnings } from './ContentWarnings.tsx'
import { DiagnosticList } from './DiagnosticList.tsx'
import { EndingsFound } from './EndingsFound.tsx'
import { GamebookFacts } from './GamebookFacts.tsx'
import styles from './GamebookPage.module.css'
import { StartForm } from './StartForm.tsx'

interface GamebookPageProps {
  readonly gamebook: GamebookDetail
  /** The list of sessions. */
  readonly sessions: ReactNode
  /** The field that chooses the narrator. */
  readonly narrator: ReactNode
  /** The story settings of the new session, shown on request. */
  readonly settings: ReactNode
  readonly isStarting: boolean
  readonly error: UserError | null
  readonly onStart: (answers: StartAnswer[]) => void
  /** The checker's findings, for authors. */
  readonly check: ReactNode
}

export function GamebookPage({
  gamebook,
  sessions,
  narrator,
  settings,
  isStarting,
  error,
  onStart,
  check,
}: GamebookPageProps) {
  const hasSessions = gamebook.sessionCount > 0
  return (
    <article className={styles.page}>
      <div className={styles.cover}>
        <Cover gamebook={gamebook} isFirst />
      </div>
      <div className={styles.words}>
        <header>
          <RouteHeading title={gamebook.title} language={gamebook.language} className={styles.title}>
            {gamebook.title}
          </RouteHeading>
          {gamebook.author !== null && (
            <p className={styles.author}>{gamebookText('author', { author: gamebook.author })}</p>
          )}
        </header>
        {gamebook.description !== null && (
          <p className={styles.description} lang={gamebook.language} dir="auto">
            {gamebook.description}
          </p>
        )}
        {gamebook.playable ? (
          <>
            <GamebookFacts gamebook={gamebook} />
            <ContentWarnings warnings={gamebook.contentWarnings} language={gamebook.language} />
            <StartForm
              key={gamebook.id}
              gamebook={gamebook}
              isFirst={!hasSessions}
              isStarting={isStarting}
              narrator={narrator}
              settings={settings}
              onStart={onStart}
            />
          </>
        ) : (
          <p>{gamebookText('start.notPlayable')}</p>
        )}
        {!gamebook.playable && hasSessions && <p>{gamebookText('start.sessionsContinue')}</p>}
        {error !== null && <ErrorNotice error={error} />}
        {sessions}
        {hasSessions && gamebook.endings.total > 0 && (
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
