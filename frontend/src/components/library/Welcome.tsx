import { Button } from '@mantine/core'
import { Link } from 'wouter'

import type { GamebookSummary } from '../../types/api.ts'
import { Cover } from './Cover.tsx'
import styles from './Welcome.module.css'

interface FirstVisitProps {
  readonly gamebook: GamebookSummary
}

/** One book, and one button. */
export function Welcome({ gamebook }: FirstVisitProps) {
  return (
    <article className={styles.spread} aria-labelledby="first-gamebook">
      <div className={styles.cover}>
        <Cover gamebook={gamebook} isFirst />
      </div>
      <div className={styles.words}>
        <h2 id="first-gamebook" className={styles.title}>
          {gamebook.title}
        </h2>
        {gamebook.description !== null && <p className={styles.description}>{gamebook.description}</p>}
        <Button renderRoot={(props) => <Link href={`/gamebooks/${gamebook.id}`} {...props} />} size="lg">
          Open the book
        </Button>
        <p className={styles.note}>
          A gamebook is a story that answers: you say in your own words what you do. Nothing to set up, and no account.
        </p>
      </div>
    </article>
  )
}
