import type { Database } from '../tables.ts'
import { inBatches } from '../inBatches.ts'
import { runTogether } from '../runTogether.ts'
import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { joinPieces, withPieces } from './answerPieces.ts'
import { toMessage } from './messageRow.ts'
import { createMessageWrites } from './messageWrites.ts'

/** How many messages of a long story are written before other work runs. */
const AT_ONCE = 50

export async function insertMessages(db: Database, messages: readonly Message[]): Promise<void> {
  const { insert, saveSystemText } = createMessageWrites(db)
  for await (const batch of inBatches(messages, AT_ONCE)) {
    const texts = new Set(batch.flatMap(({ instructions }) => instructions ?? []))
    await runTogether(db, [...[...texts].map(saveSystemText), ...batch.map(insert)])
  }
}

export async function findMessage(db: Database, sessionId: string, id: string): Promise<Message | undefined> {
  const row = await db
    .selectFrom('message')
    .leftJoin('systemText', 'systemText.hash', 'message.systemTextHash')
    .selectAll('message')
    .select('systemText.text')
    .where('message.id', '=', id)
    .where('message.sessionId', '=', sessionId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { text, ...message } = row
  return withPieces(db, toMessage(message, text))
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
