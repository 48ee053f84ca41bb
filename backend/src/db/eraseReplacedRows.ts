import { SqliteAdapter, sql } from 'kysely'

import type { StepDatabase } from './migrations/step.ts'

/** Rewrites an SQLite file: what its rows were before, such as a key that is encrypted now, stays in its free space. */
export async function eraseReplacedRows(db: StepDatabase): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) await sql`vacuum`.execute(db)
}
