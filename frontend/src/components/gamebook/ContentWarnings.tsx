import { gamebookText } from '../../text/gamebook.ts'
import styles from './ContentWarnings.module.css'

interface ContentWarningsProps {
  readonly warnings: readonly string[]
  /** The language of the gamebook. */
  readonly language: string
}

/** What players should know before they start. */
export function ContentWarnings({ warnings, language }: ContentWarningsProps) {
  if (warnings.length === 0) return null
  return (
    <p className={styles.warnings}>
      <strong>{gamebookText('contentWarnings')}</strong>{' '}
      <span lang={language} dir="auto">
        {warnings.join(', ')}
      </span>
    </p>
  )
}
