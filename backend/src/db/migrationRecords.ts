import { sql } from 'kysely'

import { migrations } from './migrations/index.ts'
import type { StepDatabase } from './migrations/step.ts'
import { UnsupportedDatabaseError } from './unsupportedDatabaseError.ts'

/** Version 0.1.0 used Kysely's migrator: its table is kept, so every version reads the records of the others. */
const TABLE = 'kysely_migration'

interface Applied {
  readonly name: string
  readonly timestamp: string
}

/** The names of the applied migrations, in order. Throws `UnsupportedDatabaseError`. */
export async function readApplied(db: StepDatabase): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === TABLE)) return []
  const rows = await db.$extendTables<{ [TABLE]: Applied }>().selectFrom(TABLE).select('name').orderBy('name').execute()
  const names = rows.map(({ name }) => name)
  const known = [...migrations.keys()]
  const unknown = names.findIndex((name, index) => name !== known[index])
  if (unknown !== -1) {
    const madeBy = unknown === 0 ? 'other-program' : 'newer-version'
    throw new UnsupportedDatabaseError(madeBy, `The migration ${names[unknown]} is not one of this version.`)
  }
  return names
}

export async function recordApplied(db: StepDatabase, name: string, timestamp: string): Promise<void> {
  await sql`create table if not exists kysely_migration
    (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(db)
  await db.$extendTables<{ [TABLE]: Applied }>().insertInto(TABLE).values({ name, timestamp }).execute()
}
