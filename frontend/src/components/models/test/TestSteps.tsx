import { modelsText } from '../../../text/models.ts'
import type { Proposal, TestStep } from '../../../types/api.ts'
import { stepName, stepStatus } from './formatTestReport.ts'
import { proposalLabel } from './proposalLabel.ts'
import styles from './TestSteps.module.css'

interface TestStepsProps {
  readonly steps: readonly TestStep[]
  /** Makes a proposed change. Without it, none are offered. */
  readonly onApply?: (proposal: Proposal) => void
}

/** Each step with its outcome, its time, the provider's message and a hint. */
export function TestSteps({ steps, onApply }: TestStepsProps) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.step} className={styles.step} data-failed={!step.ok || undefined}>
          <span className={styles.mark} aria-hidden="true">
            {MARKS[stepStatus(step)]}
          </span>
          <div className={styles.head}>
            <span>{stepName(step)}</span>
            <span className={styles.time}>
              {modelsText('test.outcomeAndTime', {
                outcome: modelsText(`test.outcome.${stepStatus(step)}`),
                time: formatDuration(step.ms),
              })}
            </span>
          </div>
          {(step.detail !== undefined || step.hint !== undefined) && (
            <div className={styles.words}>
              {step.detail !== undefined && <p className={styles.detail}>{step.detail}</p>}
              {step.hint !== undefined && <p>{step.hint}</p>}
            </div>
          )}
          {onApply !== undefined && step.proposals !== undefined && (
            <ul className={styles.proposals} aria-label={modelsText('test.proposals.label', { step: stepName(step) })}>
              {step.proposals.map((proposal) => (
                <li key={proposalLabel(proposal)}>
                  <button type="button" className={styles.proposal} dir="auto" onClick={() => onApply(proposal)}>
                    {proposalLabel(proposal)}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

const MARKS = { passed: '✓', warning: '!', failed: '✕' } as const

const formatDuration = (ms: number) =>
  ms < 1000
    ? modelsText('test.milliseconds', { count: ms })
    : modelsText('test.seconds', { count: (ms / 1000).toFixed(1) })
