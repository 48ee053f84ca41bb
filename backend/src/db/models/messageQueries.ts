import { sql } from 'kysely'

import type { Database } from '../tables.ts'
import type { Message } from '../../messages/message.ts'
import type { TurnError } from '../../messages/turnError.ts'
import { toEndColumns, toMessage, toMessageRow, toProgressColumns } from './messageRow.ts'

export async function insertMessages(db: Database, messages: readonly Message[]): Promise<void> {
  for (const message of messages) await db.insertInto('message').values(toMessageRow(message)).execute()
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
 * The messages from the root to `headId`, in one query; empty for a message of another session. With the ancestor
 * `stopAt`, only those below it; if it is not an ancestor, all.
 */
export async function loadPath(
  db: Database,
  sessionId: string,
  headId: string,
  stopAt: string | null = null,
): Promise<readonly Message[]> {
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
    .innerJoin('message', 'message.id', 'path.id')
    .selectAll('message')
    .orderBy('path.depth', 'desc')
    .execute()
  return rows.map(toMessage)
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
