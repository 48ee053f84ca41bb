import { gamebookText } from '../../text/gamebook.ts'
import type { Diagnostic } from '../../types/api.ts'
import styles from './DiagnosticList.module.css'

interface DiagnosticListProps {
  readonly diagnostics: readonly Diagnostic[]
  readonly isOpen: boolean
}

/** The gamebook's errors and warnings, each with its position and a hint. */
export function DiagnosticList({ diagnostics, isOpen }: DiagnosticListProps) {
  return (
    <details className={styles.details} open={isOpen}>
      <summary className={styles.summary}>{gamebookText('problems.title', { count: diagnostics.length })}</summary>
      <ul>
        {diagnostics.map((diagnostic, index) => (
          <li key={index} className={styles.item}>
            <p>
              <span className={diagnostic.severity === 'error' ? styles.error : styles.warning}>
                {gamebookText(diagnostic.severity === 'error' ? 'problems.error' : 'problems.warning')}
              </span>{' '}
              <span className={styles.position}>
                {gamebookText('problems.positionInFile', {
                  file: diagnostic.file,
                  line: diagnostic.line.toString(),
                  column: diagnostic.column.toString(),
                })}
              </span>{' '}
              <code className={styles.position}>{diagnostic.code}</code>
            </p>
            <p dir="auto">{diagnostic.message}</p>
            <p className={styles.hint} dir="auto">
              {diagnostic.hint}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
