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

/** What asking a model step by step has shown. */
export const ConnectionTest = z
  .object({ ok: z.boolean(), steps: z.array(TestStep), testedAt: z.iso.datetime() })
  .meta({ id: 'ConnectionTest' })
export type ConnectionTest = z.infer<typeof ConnectionTest>

/** Null where none is kept, or a newer version of the app has kept it. */
export function toConnectionTest(stored: string | null): ConnectionTest | null {
  return stored === null ? null : (ConnectionTest.safeParse(JSON.parse(stored)).data ?? null)
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
