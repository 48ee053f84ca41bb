import { gamebookText } from '../../text/gamebook.ts'
import type { Diagnostic, Finding } from '../../types/api.ts'
import styles from './DiagnosticList.module.css'

interface CheckProblemProps {
  readonly problem: Diagnostic | Finding
}

/** A problem of the file, or a finding of the checker with how sure it is and the steps that show it. */
export function CheckProblem({ problem }: CheckProblemProps) {
  const { severity, line, column, code, message, hint } = problem
  return (
    <li className={styles.item}>
      <p>
        <span className={styles[severity]}>{gamebookText(`problems.${severity}`)}</span>{' '}
        <span className={styles.position}>
          {gamebookText('problems.position', { line: line.toString(), column: column.toString() })}
        </span>{' '}
        <code className={styles.position}>{code}</code>
      </p>
      <p dir="auto">{message}</p>
      <p className={styles.hint} dir="auto">
        {hint}
      </p>
      {'statusText' in problem && <Evidence finding={problem} />}
    </li>
  )
}

function Evidence({ finding: { statusText, steps } }: { readonly finding: Finding }) {
  return (
    <>
      <p className={styles.position} dir="auto">
        {statusText}
      </p>
      {steps !== null && steps.length > 0 && (
        <ol className={styles.witness} aria-label={gamebookText('check.steps')}>
          {steps.map(({ first, text }) => (
            <li key={first} value={first}>
              <code dir="auto">{text}</code>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
