import type { Database } from '../tables.ts'
import { inBatches } from '../inBatches.ts'
import { runTogether } from '../runTogether.ts'
import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { toMessage } from './messageRow.ts'
import { createMessageWrites } from './messageWrites.ts'
import { type PathLength, walkUp } from './pathSteps.ts'

/** Messages of a long story that are written, read or deleted before others get their turn. */
const AT_ONCE = 50
const SLICE: PathLength = { messages: AT_ONCE, bytes: Number.MAX_SAFE_INTEGER }

export async function insertMessages(db: Database, messages: readonly Message[]): Promise<void> {
  const { insert } = createMessageWrites(db)
  for await (const batch of inBatches(messages, AT_ONCE)) await runTogether(db, batch.map(insert))
}

export async function findMessage(db: Database, sessionId: string, id: string): Promise<Message | undefined> {
  const row = await db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', id)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
  return row === undefined ? undefined : toMessage(row)
}

/**
 * The messages from the root to `headId`; empty for a message of another session. With the ancestor `stopAt`, only
 * those below it; if it is not an ancestor, all.
 */
export async function loadPath(
  db: Database,
  sessionId: string,
  headId: string,
  stopAt: string | null = null,
): Promise<readonly Message[]> {
  const path: Message[] = []
  for await (const steps of walkUp(db, sessionId, headId, SLICE)) {
    const end = steps.findIndex(({ id }) => id === stopAt)
    const ids = steps.slice(0, end === -1 ? undefined : end).map(({ id }) => id)
    const rows = ids.length === 0 ? [] : await db.selectFrom('message').selectAll().where('id', 'in', ids).execute()
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const id of ids) {
      const row = byId.get(id)
      if (row !== undefined) path.push(toMessage(row))
    }
    if (end !== -1) break
  }
  return path.reverse()
}

/** Ends the answers that a killed server left behind and keeps their text. Returns their number. */
export async function interruptStreaming(db: Database, error: TurnError, now: string): Promise<number> {
  const left = await db.selectFrom('message').select('id').where('status', '=', 'streaming').execute()
  if (left.length === 0) return 0
  const result = await db
    .updateTable('message')
    .set({ status: 'interrupted', error: JSON.stringify(error), finishedAt: now })
    .where('status', '=', 'streaming')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
