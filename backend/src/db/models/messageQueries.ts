import type { Database } from '../tables.ts'
import { inBatches } from '../inBatches.ts'
import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { toEndColumns, toMessage, toMessageRow, toProgressColumns } from './messageRow.ts'
import { type PathLength, walkUp } from './pathSteps.ts'

/** Messages of a long story that are written, read or deleted before others get their turn. */
const AT_ONCE = 50
const SLICE: PathLength = { messages: AT_ONCE, bytes: Number.MAX_SAFE_INTEGER }

/** Compiles one statement for all messages: building it costs more than running it. */
export async function insertMessages(db: Database, messages: readonly Message[]): Promise<void> {
  const [first] = messages
  if (first === undefined) return
  const insert = db.insertInto('message').values(toMessageRow(first)).compile()
  const columns = Object.keys(toMessageRow(first))
  for await (const batch of inBatches(messages, AT_ONCE)) {
    for (const message of batch) {
      const row: Readonly<Record<string, unknown>> = { ...toMessageRow(message) }
      await db.executeQuery({ ...insert, parameters: columns.map((column) => row[column]) })
    }
  }
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

/** Compiles one statement for all answers: building it costs more than running it. */
export async function updateProgress(db: Database, answers: readonly Message[]): Promise<void> {
  const [first] = answers
  if (first === undefined) return
  const update = db.updateTable('message').set(toProgressColumns(first)).where('id', '=', first.id).compile()
  for (const answer of answers) {
    const parameters = [...Object.values(toProgressColumns(answer)), answer.id]
    await db.executeQuery({ ...update, parameters })
  }
}

export async function updateEnded(db: Database, answer: Message): Promise<void> {
  await db
    .updateTable('message')
    .set({ ...toProgressColumns(answer), ...toEndColumns(answer) })
    .where('id', '=', answer.id)
    .execute()
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
  const result = await db
    .updateTable('message')
    .set({ status: 'interrupted', error: JSON.stringify(error), finishedAt: now })
    .where('status', '=', 'streaming')
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
