import type { GamebookSummary, SessionSummary } from '../../types/api.ts'
import { RouteHeading } from '../common/RouteHeading.tsx'
import { ContinueCard } from './ContinueCard.tsx'
import { Welcome } from './Welcome.tsx'
import { GamebookCard } from './GamebookCard.tsx'
import styles from './Library.module.css'

interface LibraryProps {
  readonly gamebooks: readonly GamebookSummary[]
  /** The session played last. */
  readonly lastSession: SessionSummary | null
}

/** All gamebooks. Who has never played sees one of them large, and how to begin. */
export function Library({ gamebooks, lastSession }: LibraryProps) {
  const isFirstVisit = lastSession === null && gamebooks.every(({ sessionCount }) => sessionCount === 0)
  const first = isFirstVisit ? gamebooks.find(({ playable }) => playable) : undefined
  const others = gamebooks.filter((gamebook) => gamebook !== first)
  return (
    <div className={styles.library}>
      <RouteHeading title="Gamebooks" className={first === undefined ? styles.heading : styles.hidden}>
        Gamebooks
      </RouteHeading>
      {first !== undefined && <Welcome gamebook={first} />}
      {lastSession !== null && <ContinueCard session={lastSession} />}
      {gamebooks.length === 0 && (
        <p className={styles.empty}>
          There is no gamebook here yet. Put one into your gamebooks folder and reload the page.
        </p>
      )}
      {others.length > 0 && (
        <section aria-labelledby="shelf">
          <h2 id="shelf" className={first === undefined ? styles.hidden : styles.more}>
            {first === undefined ? 'All gamebooks' : 'More gamebooks'}
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
    </div>
  )
}
