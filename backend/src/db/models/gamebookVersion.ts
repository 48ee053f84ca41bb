import { createHash } from 'node:crypto'

import type { Database, GamebookVersionRow } from '../tables.ts'

/** Identifies the text of a gamebook. */
export const hashSource = (source: Uint8Array | string): string => createHash('sha256').update(source).digest('hex')

/** Saves the text, so old sessions can always be read. */
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
