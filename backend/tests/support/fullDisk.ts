import { type RawBuilder, sql } from 'kysely'

import type { Database } from '../../src/db/database.ts'
import type { DatabaseKind } from './testDb.ts'
import { longText } from './longText.ts'

/** Longer than the room that is left in a small database. */
export const LONG_TEXT = longText(128_000)

/** Makes the database refuse long text as a full disk does, with its real error, until the returned function is called. */
export async function fillDisk(db: Database, kind: DatabaseKind): Promise<() => Promise<void>> {
  const run = async (statement: RawBuilder<unknown>): Promise<void> => {
    await statement.execute(db)
  }
  if (kind === 'sqlite') {
    await sql`pragma max_page_count = 1`.execute(db)
    return () => run(sql`pragma max_page_count = 1000000`)
  }
  await sql`create or replace function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$`.execute(db)
  await sql`create trigger full_disk before insert or update on message execute function refuse()`.execute(db)
  return () => run(sql`drop trigger full_disk on message`)
}
