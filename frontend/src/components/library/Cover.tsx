import type { GamebookSummary } from '../../types/api.ts'
import styles from './Cover.module.css'
import { DrawnCover } from './DrawnCover.tsx'

interface CoverProps {
  readonly gamebook: Pick<GamebookSummary, 'id' | 'title' | 'author' | 'hasImage'>
  /** Loaded first, for the cover at the top of a page. */
  readonly isFirst?: boolean
}

/** The image has an empty `alt`, since the title is next to every cover. */
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
