import type { Database } from '../tables.ts'

/** The number under which the requests of a session are stored; undefined before the first one. */
export async function findRequestOwner(db: Database, sessionId: string): Promise<number | undefined> {
  const row = await db.selectFrom('requestOwner').select('id').where('sessionId', '=', sessionId).executeTakeFirst()
  return row?.id
}

/** The number of a session, or a new one for a single request without a session. Fails if the session is gone. */
export async function getRequestOwner(db: Database, sessionId: string | null): Promise<number> {
  const found = sessionId === null ? undefined : await findRequestOwner(db, sessionId)
  if (found !== undefined) return found
  const added = await db
    .insertInto('requestOwner')
    .values({ sessionId })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet({ sessionId }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return added.id
}
