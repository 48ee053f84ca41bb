import type { Pin } from '../../sessions/pin.ts'
import type { Database } from '../tables.ts'

/** Oldest first. */
export async function listPins(db: Database, sessionId: string): Promise<readonly Pin[]> {
  return db
    .selectFrom('pin')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function insertPin(db: Database, pin: Pin): Promise<void> {
  await db.insertInto('pin').values(pin).execute()
}

/** Whether the session had the pin. */
export async function deletePin(db: Database, sessionId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('pin')
    .where('sessionId', '=', sessionId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
