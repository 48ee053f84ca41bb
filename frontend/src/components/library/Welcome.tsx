import { ButtonLink } from '../common/buttons/ButtonLink.tsx'
import { libraryText } from '../../text/library.ts'
import type { GamebookSummary } from '../../types/api.ts'
import { Cover } from './Cover.tsx'
import styles from './Welcome.module.css'

interface WelcomeProps {
  readonly gamebook: GamebookSummary
}

/** The first visit: one gamebook and one button. */
export function Welcome({ gamebook }: WelcomeProps) {
  return (
    <article className={styles.spread} aria-labelledby="first-gamebook">
      <div className={styles.cover}>
        <Cover gamebook={gamebook} isFirst />
      </div>
      <div className={styles.words}>
        <h2 id="first-gamebook" className={styles.title} lang={gamebook.language} dir="auto">
          {gamebook.title}
        </h2>
        {gamebook.description !== null && (
          <p className={styles.description} lang={gamebook.language} dir="auto">
            {gamebook.description}
          </p>
        )}
        <ButtonLink href={`/gamebooks/${gamebook.id}`} size="lg">
          {libraryText('welcome.open')}
        </ButtonLink>
        <p className={styles.note}>{libraryText('welcome.note')}</p>
      </div>
    </article>
  )
}
