import type { Database } from '../tables.ts'
import { inBatches } from '../inBatches.ts'
import { runTogether } from '../runTogether.ts'
import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { joinPieces, withPieces } from './answerPieces.ts'
import { toMessage } from './messageRow.ts'
import { createMessageWrites } from './messageWrites.ts'

/** Messages of a long story that are written before others get their turn. */
const AT_ONCE = 50

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
  return row === undefined ? undefined : withPieces(db, toMessage(row))
}

/** Ends the answers that a killed server left behind and keeps their text. Returns their number. */
export async function interruptStreaming(db: Database, error: TurnError, now: string): Promise<number> {
  const left = await db.selectFrom('message').select('id').where('status', '=', 'streaming').execute()
  if (left.length === 0) return 0
  for (const { id } of left) await joinPieces(db, id)
  const result = await db
    .updateTable('message')
    .set({ status: 'interrupted', error: JSON.stringify(error), finishedAt: now })
    .where('status', '=', 'streaming')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
