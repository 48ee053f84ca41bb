import { Button } from '@mantine/core'
import { Link } from 'wouter'

import type { EndingsCount, SessionEnding } from '../../../types/api.ts'
import { Ornament } from '../../common/Ornament.tsx'
import styles from './EndingPage.module.css'
import { Prose } from '../prose/Prose.tsx'

interface EndingPageProps {
  readonly ending: SessionEnding
  readonly endings: EndingsCount
  readonly gamebookId: string
  readonly onReadAgain: () => void
  /** Null where there is nothing to take back. */
  readonly onTryAnother: (() => void) | null
}

/** The end is a page of its own. */
export function EndingPage({ ending, endings, gamebookId, onReadAgain, onTryAnother }: EndingPageProps) {
  return (
    <section className={styles.page} aria-labelledby="ending-title">
      <Ornament />
      <p className={styles.kind}>{KINDS[ending.kind]}</p>
      <h2 id="ending-title" tabIndex={-1} data-focus-fallback="" className={styles.title}>
        {ending.title}
      </h2>
      {ending.text !== null && (
        <div className={styles.text}>
          <Prose text={ending.text} isLive={false} />
        </div>
      )}
      <p className={styles.count}>
        {endings.found} of {endings.total} endings found
      </p>
      <div className={styles.actions}>
        <Button onClick={onReadAgain}>Read again</Button>
        {onTryAnother !== null && (
          <Button variant="default" onClick={onTryAnother}>
            Try another way
          </Button>
        )}
      </div>
      <Link href={`/gamebooks/${gamebookId}`} className={styles.back}>
        Back to the book
      </Link>
    </section>
  )
}

const KINDS: Record<SessionEnding['kind'], string> = {
  good: 'The end, and a good one',
  neutral: 'The end',
  bad: 'The end, and not a good one',
}
