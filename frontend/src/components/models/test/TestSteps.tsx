import { modelsText } from '../../../text/models.ts'
import type { TestStep } from '../../../types/api.ts'
import { stepName } from './formatTestReport.ts'
import styles from './TestSteps.module.css'

interface TestStepsProps {
  readonly steps: readonly TestStep[]
}

/** Each step with its outcome, its time, the provider's message and a hint. */
export function TestSteps({ steps }: TestStepsProps) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.step} className={styles.step} data-failed={!step.ok || undefined}>
          <span className={styles.mark} aria-hidden="true">
            {step.ok ? '✓' : '✕'}
          </span>
          <span>{stepName(step)}</span>
          <span className={styles.time}>
            {modelsText('test.outcomeAndTime', { outcome: outcomeLabel(step), time: formatDuration(step.ms) })}
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

function outcomeLabel({ ok, hint }: TestStep): string {
  if (!ok) return modelsText('test.outcome.failed')
  return modelsText(hint === undefined ? 'test.outcome.passed' : 'test.outcome.warning')
}

const formatDuration = (ms: number) =>
  ms < 1000
    ? modelsText('test.milliseconds', { count: ms })
    : modelsText('test.seconds', { count: (ms / 1000).toFixed(1) })
