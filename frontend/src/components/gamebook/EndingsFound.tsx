import { gamebookText } from '../../text/gamebook.ts'
import type { EndingsCount } from '../../types/api.ts'
import styles from './EndingsFound.module.css'

interface EndingsFoundProps {
  readonly endings: EndingsCount
  readonly titles: readonly string[]
}

/** The titles of the endings that were found. The others are only counted. */
export function EndingsFound({ endings, titles }: EndingsFoundProps) {
  const hidden = endings.total - endings.found
  return (
    <section aria-labelledby="endings-found">
      <h2 id="endings-found" className={styles.heading}>
        {gamebookText('endings.title')}
      </h2>
      <p className={styles.count}>{gamebookText('endings.found', endings)}</p>
      {endings.found > 0 && (
        <ul className={styles.list}>
          {titles.map((title) => (
            <li key={title} dir="auto">
              {title}
            </li>
          ))}
          {hidden > 0 && <li className={styles.hidden}>{gamebookText('endings.more', { count: hidden })}</li>}
        </ul>
      )}
    </section>
  )
}
