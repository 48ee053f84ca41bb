import type { GamebookSummary } from '../../types/api.ts'
import styles from './Cover.module.css'
import { DrawnCover } from './DrawnCover.tsx'

interface CoverProps {
  readonly gamebook: Pick<GamebookSummary, 'id' | 'title' | 'author' | 'hasImage'>
  /** It is the first thing that one sees of the page. */
  readonly isFirst?: boolean
}

/** The title stands beside every cover, so the picture itself has nothing to say. */
export function Cover({ gamebook, isFirst = false }: CoverProps) {
  return (
    <div className={styles.cover}>
      {gamebook.hasImage ? (
        <img
          src={`/api/gamebooks/${gamebook.id}/image`}
          alt=""
          width={600}
          height={800}
          loading={isFirst ? 'eager' : 'lazy'}
          fetchPriority={isFirst ? 'high' : 'auto'}
          decoding="async"
        />
      ) : (
        <DrawnCover title={gamebook.title} author={gamebook.author} />
      )}
    </div>
  )
}
