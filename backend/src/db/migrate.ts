import { chmod, rename, rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'

import { migrations } from './migrations/index.ts'
import type { Database } from './tables.ts'

export interface MigrateOptions {
  /** The path of the copy that is made before a migration changes an SQLite database with data. */
  readonly copyTo?: (migration: string) => string
}

/** Brings the tables up to date. Throws if a migration fails, which leaves the database unchanged. */
export async function migrate(db: Database, { copyTo }: MigrateOptions = {}): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const known = await migrator.getMigrations()
  const [next] = known.filter((migration) => migration.executedAt === undefined)
  if (next === undefined) return
  const hasRows = known.some((migration) => migration.executedAt !== undefined)
  if (hasRows && copyTo !== undefined) await copyDatabase(db, copyTo(next.name))
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error(`The migration ${next.name} failed.`, { cause: error })
}

/** Replaces the copy of an earlier try, once the new one is complete. */
async function copyDatabase(db: Database, file: string): Promise<void> {
  const draft = `${file}.tmp`
  // SQLite doesn't write into an existing file.
  await rm(draft, { force: true })
  await sql`vacuum into ${draft}`.execute(db)
  await chmod(draft, 0o600)
  await rename(draft, file)
}
