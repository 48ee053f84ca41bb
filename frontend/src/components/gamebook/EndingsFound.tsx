import type { EndingsCount } from '../../types/api.ts'
import styles from './EndingsFound.module.css'

interface EndingsFoundProps {
  readonly endings: EndingsCount
  readonly titles: readonly string[]
}

/** The endings that were reached by name, the others by number alone, which the first line tells where none was. */
export function EndingsFound({ endings, titles }: EndingsFoundProps) {
  const hidden = endings.total - endings.found
  return (
    <section aria-labelledby="endings-found">
      <h2 id="endings-found" className={styles.heading}>
        Endings
      </h2>
      <p className={styles.count}>
        {endings.found} of {endings.total} found
      </p>
      {endings.found > 0 && (
        <ul className={styles.list}>
          {titles.map((title) => (
            <li key={title}>{title}</li>
          ))}
          {hidden > 0 && <li className={styles.hidden}>{hidden === 1 ? 'and one more' : `and ${hidden} more`}</li>}
        </ul>
      )}
    </section>
  )
}
