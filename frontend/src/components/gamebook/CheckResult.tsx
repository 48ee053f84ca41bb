import { useId } from 'react'

import { isolate } from '../../direction/isolate.ts'
import { gamebookText } from '../../text/gamebook.ts'
import type { CheckedEnding, GamebookCheck, OpenQuestions } from '../../types/api.ts'
import styles from './CheckResult.module.css'
import { CheckProblem } from './CheckProblem.tsx'

/** The problems in the order of the file, then what is not known, then how each ending is reached. */
export function CheckResult({ check }: { readonly check: GamebookCheck }) {
  const { diagnostics, findings, explored, summary } = check
  const problems = [...diagnostics, ...findings].toSorted((a, b) => a.line - b.line || a.column - b.column)
  return (
    <>
      {summary !== null && <p className={styles.effort}>{summary.effort}</p>}
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label={gamebookText('check.problems')}>
          {problems.map((problem, index) => (
            <CheckProblem key={index} problem={problem} />
          ))}
        </ul>
      )}
      {summary !== null && summary.openGroups.length > 0 && <OpenGroups groups={summary.openGroups} />}
      {explored !== null && explored.endings.length > 0 && <Endings endings={explored.endings} />}
    </>
  )
}

function OpenGroups({ groups }: { readonly groups: readonly OpenQuestions[] }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {gamebookText('check.open')}
      </h2>
      {groups.map(({ questions, others, reasons }) => (
        <div key={reasons} className={styles.group}>
          <ul className={styles.questions}>
            {questions.map((question) => (
              <li key={question} dir="auto">
                {question}
              </li>
            ))}
            {others > 0 && <li>{gamebookText('check.moreOpen', { count: others })}</li>}
          </ul>
          <p className={styles.reasons} dir="auto">
            {reasons}
          </p>
        </div>
      ))}
    </section>
  )
}

function Endings({ endings }: { readonly endings: readonly CheckedEnding[] }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {gamebookText('check.endings')}
      </h2>
      <ul>
        {endings.map(({ nodeId, title, text }) => (
          <li key={nodeId}>
            {isolate(title)}: {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
