import { z } from 'zod'

export const TestStep = z.object({
  step: z.enum(['reach', 'authenticate', 'model', 'stream', 'tool-call']),
  ok: z.boolean(),
  ms: z.int(),
  /** The failure code of answers. */
  code: z.string().optional(),
  /** What happened, with the provider's own message. */
  detail: z.string().optional(),
  /** What to do next. */
  hint: z.string().optional(),
})
export type TestStep = z.infer<typeof TestStep>

export const StoredTest = z.object({ ok: z.boolean(), steps: z.array(TestStep), testedAt: z.iso.datetime() })

/** The result of a connection test. */
export const ConnectionTest = StoredTest.extend({
  ok: z.boolean().meta({ deprecated: true, description: 'Whether no step failed; use `status`' }),
  status: z.enum(['passed', 'warning', 'failed']).describe('`warning`: no step failed, but at least one has a hint'),
}).meta({ id: 'ConnectionTest' })
export type ConnectionTest = z.infer<typeof ConnectionTest>

export function testStatus(steps: readonly TestStep[]): ConnectionTest['status'] {
  if (steps.some(({ ok }) => !ok)) return 'failed'
  return steps.some(({ hint }) => hint !== undefined) ? 'warning' : 'passed'
}
