import type { Diagnostic } from '../../types/api.ts'
import styles from './DiagnosticList.module.css'

interface DiagnosticListProps {
  readonly diagnostics: readonly Diagnostic[]
  readonly isOpen: boolean
}

/** What an author has to mend, and where. */
export function DiagnosticList({ diagnostics, isOpen }: DiagnosticListProps) {
  return (
    <details className={styles.details} open={isOpen}>
      <summary className={styles.summary}>
        {diagnostics.length === 1 ? '1 problem for the author' : `${diagnostics.length} problems for the author`}
      </summary>
      <ul>
        {diagnostics.map((diagnostic, index) => (
          <li key={index} className={styles.item}>
            <p>
              <span className={diagnostic.severity === 'error' ? styles.error : styles.warning}>
                {diagnostic.severity === 'error' ? 'Error' : 'Warning'}
              </span>{' '}
              <span className={styles.position}>
                {diagnostic.file}, line {diagnostic.line}, column {diagnostic.column}
              </span>{' '}
              <code className={styles.position}>{diagnostic.code}</code>
            </p>
            <p>{diagnostic.message}</p>
            <p className={styles.hint}>{diagnostic.hint}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
