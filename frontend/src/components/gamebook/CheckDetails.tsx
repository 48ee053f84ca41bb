import { isolate } from '../../direction/isolate.ts'
import { gamebookText } from '../../text/gamebook.ts'
import type { Finding, GamebookCheck } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './DiagnosticList.module.css'

interface CheckDetailsProps {
  /** Null until it has arrived. */
  readonly check: GamebookCheck | null
  readonly error: UserError | null
  /** Called when the details are opened: the check takes a while, so it is not run before. */
  readonly onOpen: () => void
}

/** The checker's findings for the author. Closed at first, since they contain spoilers. */
export function CheckDetails({ check, error, onOpen }: CheckDetailsProps) {
  return (
    <details className={styles.details} onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary className={styles.summary}>{gamebookText('check.title')}</summary>
      {error !== null && <ErrorNotice error={error} />}
      <div role="status">
        {check === null && error === null && <p className={styles.hint}>{gamebookText('check.running')}</p>}
        {check !== null && <p className={styles.hint}>{checkSummary(check)}</p>}
      </div>
      {check !== null && check.findings.length > 0 && (
        <ul>
          {check.findings.map((finding, index) => (
            <FindingItem key={index} finding={finding} />
          ))}
        </ul>
      )}
      {check?.explored != null && check.explored.endings.length > 0 && (
        <ul className={styles.item}>
          {check.explored.endings.map(({ title, steps }) => (
            <li key={title}>
              {isolate(title)}:{' '}
              {steps === null ? gamebookText('check.notReached') : gamebookText('check.reached', { count: steps })}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { severity, line, column, code, message, hint, witness } = finding
  return (
    <li className={styles.item}>
      <p>
        <span className={severity === 'warning' ? styles.warning : styles.note}>
          {gamebookText(severity === 'warning' ? 'problems.warning' : 'problems.note')}
        </span>{' '}
        <span className={styles.position}>
          {gamebookText('problems.position', { line: line.toString(), column: column.toString() })}
        </span>{' '}
        <code className={styles.position}>{code}</code>
      </p>
      <p dir="auto">{message}</p>
      <p className={styles.hint} dir="auto">
        {hint}
      </p>
      {witness !== null && witness.length > 0 && (
        <ol className={styles.witness} aria-label={gamebookText('check.steps')}>
          {witness.map((step, index) => (
            <li key={index}>
              <code dir="auto">{step}</code>
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}

function checkSummary({ findings, explored }: GamebookCheck): string {
  if (explored === null) return gamebookText('check.hasErrors')
  const count = findings.filter(({ severity }) => severity === 'warning').length
  const { states, isWhole } = explored
  return `${gamebookText('check.warnings', { count })} ${gamebookText(isWhole ? 'check.complete' : 'check.incomplete', { states })}`
}
