import { z } from 'zod'

import { Proposal } from './proposal.ts'

const Status = z.enum(['passed', 'warning', 'failed'])

export const TestStep = z.object({
  step: z.enum(['reach', 'authenticate', 'model', 'stream', 'tool-call']),
  ok: z.boolean(),
  /** Absent in results of earlier versions. */
  status: Status.optional().describe('`warning`: it works, but the hint says what may go wrong'),
  ms: z.int(),
  /** The failure code of answers. */
  code: z.string().optional(),
  /** What happened, with the provider's own message. */
  detail: z.string().optional(),
  /** What to do next. */
  hint: z.string().optional(),
  proposals: z.array(Proposal).optional().describe('Changes of the form that may help, the best first'),
})
export type TestStep = z.infer<typeof TestStep>

export const StoredTest = z.object({ ok: z.boolean(), steps: z.array(TestStep), testedAt: z.iso.datetime() })

/** The result of a connection test. */
export const ConnectionTest = StoredTest.extend({
  ok: z.boolean().meta({ deprecated: true, description: 'Whether no step failed; use `status`' }),
  status: Status.describe('`warning`: no step failed, but at least one has a hint'),
}).meta({ id: 'ConnectionTest' })
export type ConnectionTest = z.infer<typeof ConnectionTest>

/** The status of a test, which is that of its worst step. */
export function testStatus(steps: readonly TestStep[]): ConnectionTest['status'] {
  const statuses = steps.map(stepStatus)
  if (statuses.includes('failed')) return 'failed'
  return statuses.includes('warning') ? 'warning' : 'passed'
}

export function stepStatus({ ok, hint }: Pick<TestStep, 'ok' | 'hint'>): ConnectionTest['status'] {
  if (!ok) return 'failed'
  return hint === undefined ? 'passed' : 'warning'
}
