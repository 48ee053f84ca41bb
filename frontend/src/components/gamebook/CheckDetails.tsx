import type { Finding, GamebookCheck } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'
import { ErrorNotice } from '../common/ErrorNotice.tsx'
import styles from './DiagnosticList.module.css'

interface CheckDetailsProps {
  /** Null until it is there. */
  readonly check: GamebookCheck | null
  readonly trouble: UserError | null
  /** Somebody wants to see it: it takes a while to work out. */
  readonly onOpen: () => void
}

/** What the compiler says of a gamebook, for its author: closed at first, since it tells what the story hides. */
export function CheckDetails({ check, trouble, onOpen }: CheckDetailsProps) {
  return (
    <details className={styles.details} onToggle={(event) => event.currentTarget.open && onOpen()}>
      <summary className={styles.summary}>Check it, as its author (this tells what the story hides)</summary>
      {trouble !== null && <ErrorNotice trouble={trouble} />}
      <div role="status">
        {check === null && trouble === null && <p className={styles.hint}>Playing everything that can be played …</p>}
        {check !== null && <p className={styles.hint}>{tellExtent(check)}</p>}
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
              {title}:{' '}
              {steps === null ? 'no way was found' : steps === 1 ? '1 step at least' : `${steps} steps at least`}
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
          {severity === 'warning' ? 'Warning' : 'Note'}
        </span>{' '}
        <span className={styles.position}>
          line {line}, column {column}
        </span>{' '}
        <code className={styles.position}>{code}</code>
      </p>
      <p>{message}</p>
      <p className={styles.hint}>{hint}</p>
      {witness !== null && witness.length > 0 && (
        <ol className={styles.witness} aria-label="The shortest way to see it">
          {witness.map((step, index) => (
            <li key={index}>
              <code>{step}</code>
            </li>
          ))}
        </ol>
      )}
    </li>
  )
}

function tellExtent({ findings, explored }: GamebookCheck): string {
  if (explored === null) return 'Mend its errors first: then it can be played through.'
  const states = `${explored.states.toLocaleString('en')} states`
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const found =
    warnings === 0 ? 'Nothing is wrong.' : warnings === 1 ? '1 thing to look at.' : `${warnings} things to look at.`
  return explored.isWhole
    ? `${found} All that can happen was looked at: ${states}.`
    : `${found} Not all that can happen was looked at (${states}), so that what was not seen is not proven.`
}
