import { endingChoicesText } from '../../../text/endingChoices.ts'
import { VisuallyHidden } from '../../common/VisuallyHidden.tsx'
import { useStoryLanguage } from '../storyLanguage.ts'
import styles from './EndingPlates.module.css'

interface EndingPlatesProps {
  /** Of the endings that were found. */
  readonly titles: readonly string[]
  /** How many endings the gamebook has. */
  readonly total: number
  /** The title of the ending that the story has reached. */
  readonly current: string
}

/** A plate for each ending of the gamebook. Those not found yet are empty. */
export function EndingPlates({ titles, total, current }: EndingPlatesProps) {
  const language = useStoryLanguage()
  const hidden = Math.max(0, total - titles.length)
  return (
    <ul className={styles.plates} aria-label={endingChoicesText('plates.label')}>
      {titles.map((title, index) => (
        // Endings can have the same title, and their order stays.
        <li key={`${index} ${title}`} className={styles.plate} data-current={title === current || undefined}>
          <span lang={language} dir="auto">
            {title}
          </span>
          {title === current && <span className={styles.now}>{endingChoicesText('plates.foundNow')}</span>}
        </li>
      ))}
      {Array.from({ length: Math.min(hidden, MOST_EMPTY) }, (_empty, index) => (
        <li key={index} className={styles.empty}>
          <span aria-hidden="true">✧</span>
          <VisuallyHidden>{endingChoicesText('plates.notFound')}</VisuallyHidden>
        </li>
      ))}
    </ul>
  )
}

/** The number of endings is written above. */
const MOST_EMPTY = 24
