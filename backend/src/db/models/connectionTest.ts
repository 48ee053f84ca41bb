import { z } from 'zod'

import type { Database } from '../tables.ts'

export const TestStep = z.object({
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

const StoredTest = z.object({ ok: z.boolean(), steps: z.array(TestStep), testedAt: z.iso.datetime() })

/** The result of a connection test. */
export const ConnectionTest = StoredTest.extend({
  ok: z.boolean().meta({ deprecated: true, description: 'Whether no step failed; use `status`' }),
  status: z.enum(['passed', 'warning', 'failed']).describe('`warning`: no step failed, but at least one has a hint'),
}).meta({ id: 'ConnectionTest' })
export type ConnectionTest = z.infer<typeof ConnectionTest>

/** Null if no test is stored, or only one of a newer version of the app. */
export function toConnectionTest(stored: string | null): ConnectionTest | null {
  const { data } = StoredTest.safeParse(stored === null ? null : JSON.parse(stored))
  return data === undefined ? null : { ...data, status: testStatus(data.steps) }
}

export function testStatus(steps: readonly TestStep[]): ConnectionTest['status'] {
  if (steps.some(({ ok }) => !ok)) return 'failed'
  return steps.some(({ hint }) => hint !== undefined) ? 'warning' : 'passed'
}

/** Does nothing where the config has been deleted in the meantime. */
export async function saveConnectionTest(db: Database, modelConfigId: string, test: ConnectionTest): Promise<void> {
  const result = JSON.stringify(test)
  await db
    .insertInto('connectionTest')
    .columns(['modelConfigId', 'result'])
    .expression((build) =>
      build
        .selectFrom('modelConfig')
        .select(['modelConfig.id', build.val(result).as('result')])
        .where('modelConfig.id', '=', modelConfigId),
    )
    .onConflict((conflict) => conflict.column('modelConfigId').doUpdateSet({ result }))
    .execute()
}
