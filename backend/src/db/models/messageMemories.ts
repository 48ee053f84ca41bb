import type { Database } from '../tables.ts'
import { readMemory } from './messageRow.ts'

/** The first message that is sent word for word with each answer, where that is stored; null for all. */
export async function listMemories(db: Database, sessionId: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db
    .selectFrom('message')
    .select(['id', 'memory'])
    .where('sessionId', '=', sessionId)
    .where('role', '=', 'narrator')
    .where('memory', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, memory }) => [id, readMemory(memory)?.keepFrom ?? null]))
}
