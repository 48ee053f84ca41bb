import { modelsText } from '../../../text/models.ts'
import type { ConnectionTest, TestStep } from '../../../types/api.ts'

/** Results of earlier versions have no status for each step. */
export function stepStatus({ status, ok, hint }: TestStep): ConnectionTest['status'] {
  if (status !== undefined) return status
  if (!ok) return 'failed'
  return hint === undefined ? 'passed' : 'warning'
}

export const stepName = ({ step }: TestStep): string => modelsText(`test.step.${step}`)

/** The test as plain text, to paste into a message or an issue. */
export function formatTestReport({ status, testedAt, steps }: ConnectionTest): string {
  const lines = steps.map((step) => {
    const outcome = modelsText(`test.outcome.${stepStatus(step)}`)
    const time = modelsText('test.milliseconds', { count: step.ms })
    const line = modelsText('test.reportStep', { outcome, step: stepName(step), time })
    return [line, step.code, step.detail, step.hint].filter(Boolean).join('\n    ')
  })
  const outcome = modelsText(`test.outcome.${status}`)
  return [modelsText('test.report', { time: testedAt, outcome }), ...lines].join('\n')
}
