import { Link } from 'wouter'

import type { GamebookSummary } from '../../types/api.ts'
import { Cover } from './Cover.tsx'
import styles from './GamebookCard.module.css'
import { progressLabel } from './progressLabel.ts'

interface GamebookCardProps {
  readonly gamebook: GamebookSummary
}

export function GamebookCard({ gamebook }: GamebookCardProps) {
  return (
    <Link href={`/gamebooks/${gamebook.id}`} className={styles.card}>
      <Cover gamebook={gamebook} />
      <h3 className={styles.title} lang={gamebook.language} dir="auto">
        {gamebook.title}
      </h3>
      {gamebook.description !== null && (
        <p className={styles.description} lang={gamebook.language} dir="auto">
          {gamebook.description}
        </p>
      )}
      <p className={gamebook.playable ? styles.progress : styles.broken}>{progressLabel(gamebook)}</p>
    </Link>
  )
}
