import { createHash } from 'node:crypto'

import type { Database, GamebookVersionRow } from '../tables.ts'

/** Identifies the text of a gamebook. */
export const hashSource = (source: Uint8Array | string): string => createHash('sha256').update(source).digest('hex')

/** Saves the text, so old sessions can always be read. Writes nothing if it is saved. */
export async function saveGamebookVersion(db: Database, version: GamebookVersionRow): Promise<void> {
  const { hash } = version
  const saved = await db.selectFrom('gamebookVersion').select('hash').where('hash', '=', hash).executeTakeFirst()
  if (saved !== undefined) return
  await db
    .insertInto('gamebookVersion')
    .values(version)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}

export async function findGamebookVersion(db: Database, hash: string): Promise<GamebookVersionRow | undefined> {
  return db.selectFrom('gamebookVersion').selectAll().where('hash', '=', hash).executeTakeFirst()
}
