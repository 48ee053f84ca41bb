import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { Button } from '../../common/buttons/Button.tsx'
import { playerText } from '../../../text/player.ts'
import type { EndingsCount, SessionEnding } from '../../../types/api.ts'
import { firstClick } from '../../common/firstClick.ts'
import { Ornament } from '../../common/Ornament.tsx'
import styles from './EndingPage.module.css'
import { useStoryLanguage } from '../storyLanguage.ts'
import { Prose } from '../prose/Prose.tsx'

interface EndingPageProps {
  readonly ending: SessionEnding
  readonly endings: EndingsCount
  readonly gamebookId: string
  readonly onPlayAgain: () => void
  /** Null if there is no turn to undo. */
  readonly onUndo: (() => void) | null
  /** The endings that were found. */
  readonly plates: ReactNode
  /** The turns from which another path leads. */
  readonly forks: ReactNode
}

export function EndingPage({ ending, endings, gamebookId, onPlayAgain, onUndo, plates, forks }: EndingPageProps) {
  return (
    <section className={styles.page} aria-labelledby="ending-title">
      <Ornament />
      <p className={styles.kind}>{playerText(`ending.${ending.kind}`)}</p>
      <h2
        id="ending-title"
        lang={useStoryLanguage()}
        tabIndex={-1}
        data-focus-fallback=""
        dir="auto"
        className={styles.title}
      >
        {ending.title}
      </h2>
      {ending.text !== null && (
        <div className={styles.text}>
          <Prose text={ending.text} isLive={false} />
        </div>
      )}
      <p className={styles.count}>{playerText('ending.found', endings)}</p>
      {plates}
      <div className={styles.actions}>
        <Button onClick={firstClick(onPlayAgain)}>{playerText('ending.playAgain')}</Button>
        {onUndo !== null && (
          <Button variant="outlined" onClick={firstClick(onUndo)}>
            {playerText('ending.undo')}
          </Button>
        )}
      </div>
      <Link href={`/gamebooks/${gamebookId}`} className={styles.back}>
        {playerText('backToGamebook')}
      </Link>
      {forks}
    </section>
  )
}
