import { chmod, rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'

import { readApplied } from './migrationRecords.ts'
import { eraseReplacedRows } from './eraseReplacedRows.ts'
import { type StepDatabase, type StepTools, toStepDatabase } from './migrations/step.ts'
import { nextStep, runNextStep } from './runStep.ts'
import type { Database } from './tables.ts'

export interface MigrateOptions extends StepTools {
  /** The path of the copy that is made before a migration changes an SQLite database with data. */
  readonly copyTo?: (migration: string) => string
}

/**
 * Brings the tables up to date, one step after the other. A step that fails changes nothing and throws. Throws
 * `UnknownMigrationError` for a database of a newer version, which it leaves unchanged.
 */
export async function migrate(db: Database, { copyTo, ...tools }: MigrateOptions): Promise<void> {
  const plain = toStepDatabase(db)
  const applied = await readApplied(plain)
  const next = nextStep(applied)
  if (next === undefined) return
  if (applied.length > 0 && copyTo !== undefined) await copyDatabase(plain, copyTo(next))
  while ((await runNextStep(plain, tools)) !== undefined);
  await eraseReplacedRows(plain)
}

/** Replaces the copy of an earlier try, once the new one is complete. */
async function copyDatabase(db: StepDatabase, file: string): Promise<void> {
  const draft = `${file}.tmp`
  // SQLite doesn't write into an existing file.
  await rm(draft, { force: true })
  await sql`vacuum into ${draft}`.execute(db)
  await chmod(draft, 0o600)
  await rename(draft, file)
}
