import { sql } from 'kysely'

import { readApplied } from './migrationRecords.ts'
import type { StepDatabase } from './migrations/step.ts'
import { isSqlite } from './runTogether.ts'

/**
 * Rewrites an SQLite file after steps have changed it: what its rows were before, such as a key that is encrypted now,
 * stays in its free space. The file notes for how many steps that was done, so a killed start does it again.
 */
export async function eraseReplacedRows(db: StepDatabase): Promise<void> {
  if (!isSqlite(db)) return
  const steps = (await readApplied(db)).length
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  if ((rows[0]?.user_version ?? 0) >= steps) return
  await sql`vacuum`.execute(db)
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
  await sql`pragma user_version = ${sql.lit(steps)}`.execute(db)
}
