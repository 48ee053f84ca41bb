import type { TestStep } from '../../../types/api.ts'
import { STEP_NAMES } from './formatTestReport.ts'
import styles from './TestSteps.module.css'

interface TestStepsProps {
  readonly steps: readonly TestStep[]
}

/** Each step with its outcome, its time, the provider's words and what to do. */
export function TestSteps({ steps }: TestStepsProps) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.step} className={styles.step} data-failed={!step.ok || undefined}>
          <span className={styles.mark} aria-hidden="true">
            {step.ok ? '✓' : '✕'}
          </span>
          <span>{STEP_NAMES[step.step]}</span>
          <span className={styles.time}>
            {tellOutcome(step)}, {tellMs(step.ms)}
          </span>
          {(step.detail !== undefined || step.hint !== undefined) && (
            <div className={styles.words}>
              {step.detail !== undefined && <p className={styles.detail}>{step.detail}</p>}
              {step.hint !== undefined && <p>{step.hint}</p>}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function tellOutcome({ ok, hint }: TestStep): string {
  if (!ok) return 'failed'
  return hint === undefined ? 'passed' : 'passed, with a remark'
}

const tellMs = (ms: number) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`)
