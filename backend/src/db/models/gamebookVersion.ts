import { createHash } from 'node:crypto'

import type { Database, GamebookVersionRow } from '../tables.ts'

/** The name of a gamebook's text: the same text has the same hash. */
export const hashSource = (source: Uint8Array | string): string => createHash('sha256').update(source).digest('hex')

/** Keeps the text, so that an old session can always be read and explained. */
export async function saveGamebookVersion(db: Database, version: GamebookVersionRow): Promise<void> {
  await db
    .insertInto('gamebookVersion')
    .values(version)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

export async function findGamebookVersion(db: Database, hash: string): Promise<GamebookVersionRow | undefined> {
  return db.selectFrom('gamebookVersion').selectAll().where('hash', '=', hash).executeTakeFirst()
}
