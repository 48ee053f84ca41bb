import { sql } from 'kysely'

import type { Database } from '../tables.ts'
import { inBatches } from '../inBatches.ts'
import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { loadTree } from './messageTree.ts'
import { toEndColumns, toMessage, toMessageRow, toProgressColumns } from './messageRow.ts'

/** Messages of a long story that are written, read or deleted before others get their turn. */
const AT_ONCE = 50

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
  const ids = await loadPathIds(db, sessionId, headId, stopAt)
  const byId = new Map<string, Message>()
  for await (const batch of inBatches(ids, AT_ONCE)) {
    const rows = await db.selectFrom('message').selectAll().where('id', 'in', batch).execute()
    for (const row of rows) byId.set(row.id, toMessage(row))
  }
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The ids on the path, from the root on. */
async function loadPathIds(
  db: Database,
  sessionId: string,
  headId: string,
  stopAt: string | null,
): Promise<readonly string[]> {
  const rows = await db
    .withRecursive('path', (query) =>
      query
        .selectFrom('message')
        .select(['id', 'parentId', sql<number>`0`.as('depth')])
        .where('id', '=', headId)
        .where('sessionId', '=', sessionId)
        .unionAll((below) =>
          below
            .selectFrom('path')
            .innerJoin('message', 'message.id', 'path.parentId')
            .select(['message.id', 'message.parentId', sql<number>`path.depth + 1`.as('depth')])
            .where('message.id', '<>', stopAt ?? ''),
        ),
    )
    .selectFrom('path')
    .select('path.id')
    .orderBy('path.depth', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes all messages of a session, in a transaction of the caller. */
export async function deleteMessages(db: Database, sessionId: string): Promise<void> {
  const { children } = await loadTree(db, sessionId)
  const parentsFirst = [...(children.get(null) ?? [])]
  // The list grows while it is read.
  for (const { id } of parentsFirst) for (const child of children.get(id) ?? []) parentsFirst.push(child)
  const ids = parentsFirst.map(({ id }) => id).reverse()
  for await (const batch of inBatches(ids, AT_ONCE)) await db.deleteFrom('message').where('id', 'in', batch).execute()
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
