import type { Database } from '../tables.ts'

/** One play-through of a gamebook. */
export interface Session {
  readonly id: string
  readonly gamebookId: string
  readonly title: string
  /** The chosen model config; null if none was chosen or it was deleted. */
  readonly modelConfigId: string | null
  /** The last message of the story so far; null before the opening is stored. */
  readonly headId: string | null
  readonly createdAt: string
  readonly updatedAt: string
  /** Null unless it can still be restored. */
  readonly deletedAt: string | null
}

export type NewSession = Omit<Session, 'deletedAt'>

export async function insertSession(db: Database, session: NewSession): Promise<void> {
  await db.insertInto('session').values(session).execute()
}

export async function findSession(db: Database, id: string): Promise<Session | undefined> {
  return db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Omitted fields stay unchanged. */
export async function updateSessionRow(
  db: Database,
  id: string,
  change: Partial<Pick<Session, 'title' | 'modelConfigId' | 'headId' | 'updatedAt' | 'deletedAt'>>,
): Promise<void> {
  await db.updateTable('session').set(change).where('id', '=', id).execute()
}

/** Also deletes its messages and what it sent, in one statement: references between messages are checked only at its end. */
export async function deleteSessionRow(db: Database, id: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('message').where('sessionId', '=', id).execute()
    await transaction.deleteFrom('session').where('id', '=', id).execute()
    await transaction
      .insertInto('goneSession')
      .values({ id })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  })
}

/** Whether a session with this id was deleted forever. */
export async function isSessionGone(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('goneSession').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The sessions that were deleted before a time. */
export async function listDeletedBefore(db: Database, time: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('session').select('id').where('deletedAt', '<', time).execute()
  return rows.map(({ id }) => id)
}

export interface CountedSessions {
  readonly gamebookId?: string | undefined
  readonly isDeleted: boolean
}

/** Counts the sessions that lists show. */
export async function countSessions(db: Database, { gamebookId, isDeleted }: CountedSessions): Promise<number> {
  const { count } = await db
    .selectFrom('session')
    .where('headId', 'is not', null)
    .where('deletedAt', isDeleted ? 'is not' : 'is', null)
    .$if(gamebookId !== undefined, (query) => query.where('gamebookId', '=', gamebookId ?? ''))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function countSessionsByGamebook(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('session')
    .where('headId', 'is not', null)
    .where('deletedAt', 'is', null)
    .groupBy('gamebookId')
    .select(['gamebookId', (select) => select.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ gamebookId, count }) => [gamebookId, count]))
}
