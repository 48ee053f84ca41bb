import { z } from 'zod'

const TestStep = z.object({
  step: z.enum(['reach', 'authenticate', 'model', 'stream', 'tool-call']),
  ok: z.boolean(),
  ms: z.int(),
  /** Why it failed, in the codes of answers. */
  code: z.string().optional(),
  /** What is so, with the provider's own words. */
  detail: z.string().optional(),
  /** What to do now. */
  hint: z.string().optional(),
})
export type TestStep = z.infer<typeof TestStep>

/** What asking a model step by step has shown. */
export const ConnectionTest = z
  .object({ ok: z.boolean(), steps: z.array(TestStep), testedAt: z.iso.datetime() })
  .meta({ id: 'ConnectionTest' })
export type ConnectionTest = z.infer<typeof ConnectionTest>
