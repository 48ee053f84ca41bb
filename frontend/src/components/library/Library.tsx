import type { ReactNode } from 'react'

import type { GamebookSummary, SessionSummary } from '../../types/api.ts'
import { libraryText } from '../../text/library.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { ContinueCard } from './ContinueCard.tsx'
import { Welcome } from './Welcome.tsx'
import { GamebookCard } from './GamebookCard.tsx'
import styles from './Library.module.css'

interface LibraryProps {
  readonly gamebooks: readonly GamebookSummary[]
  /** The most recently played session. */
  readonly lastSession: SessionSummary | null
  /** The list of sessions. */
  readonly sessions: ReactNode
}

/** All gamebooks. On a first visit, one of them is shown large with a button to open it. */
export function Library({ gamebooks, lastSession, sessions }: LibraryProps) {
  const isFirstVisit = lastSession === null && gamebooks.every(({ sessionCount }) => sessionCount === 0)
  const first = isFirstVisit ? gamebooks.find(({ playable }) => playable) : undefined
  const others = gamebooks.filter((gamebook) => gamebook !== first)
  return (
    <div className={styles.library}>
      <RouteHeading title={libraryText('title')} className={first === undefined ? styles.heading : styles.hidden}>
        {libraryText('title')}
      </RouteHeading>
      {first !== undefined && <Welcome gamebook={first} />}
      {lastSession !== null && <ContinueCard session={lastSession} />}
      {gamebooks.length === 0 && <p className={styles.empty}>{libraryText('empty')}</p>}
      {others.length > 0 && (
        <section aria-labelledby="shelf">
          <h2 id="shelf" className={first === undefined ? styles.hidden : styles.more}>
            {libraryText(first === undefined ? 'allGamebooks' : 'moreGamebooks')}
          </h2>
          <ul className={styles.shelf}>
            {others.map((gamebook) => (
              <li key={gamebook.id}>
                <GamebookCard gamebook={gamebook} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {sessions}
    </div>
  )
}
