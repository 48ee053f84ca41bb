import { parseJson } from '../../json.ts'
import { Usage } from '../../messages/modelSnapshot.ts'
import type { Summary } from '../../sessions/summary.ts'
import type { Database } from '../tables.ts'

/** Oldest first. */
export async function listSummaries(db: Database, sessionId: string): Promise<readonly Summary[]> {
  const rows = await db
    .selectFrom('summary')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    usage: row.usage === null ? null : (Usage.safeParse(parseJson(row.usage)).data ?? null),
  }))
}

export async function insertSummary(db: Database, { usage, ...summary }: Summary): Promise<void> {
  await db
    .insertInto('summary')
    .values({ ...summary, usage: usage === null ? null : JSON.stringify(usage) })
    .execute()
}
