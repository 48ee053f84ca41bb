import type { ConnectionTest, TestStep } from '../../../types/api.ts'

export const STEP_NAMES: Record<TestStep['step'], string> = {
  reach: 'The host answers',
  authenticate: 'The key is accepted',
  model: 'The model is there',
  stream: 'It tells',
  'tool-call': 'It keeps to rules',
}

/** A test as text, to show to somebody who can help. */
export function formatTestReport({ ok, testedAt, steps }: ConnectionTest): string {
  const lines = steps.map(({ step, ok: hasPassed, ms, code, detail, hint }) =>
    [`${hasPassed ? 'passed' : 'failed'}  ${STEP_NAMES[step]}, ${ms} ms`, code, detail, hint]
      .filter(Boolean)
      .join('\n    '),
  )
  return [`Connection test of ${testedAt}: ${ok ? 'passed' : 'failed'}`, ...lines].join('\n')
}
