import { type ConnectionTest, StoredTest, testStatus } from '../../models/connectionTest/connectionTest.ts'
import type { Database } from '../tables.ts'
import { parseJson } from '../../json.ts'

/** Null if no test is stored, or none that this version can read. */
export function toConnectionTest(stored: string | null): ConnectionTest | null {
  const { data } = StoredTest.safeParse(stored === null ? null : parseJson(stored))
  return data === undefined ? null : { ...data, status: testStatus(data.steps) }
}

/** Does nothing if the config was deleted during the test. */
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
