import { sql } from 'kysely'

import { systemClock } from '../clock.ts'
import { recordApplied } from './migrationRecords.ts'
import type { StepDatabase } from './migrations/step.ts'
import { UnsupportedDatabaseError } from './unsupportedDatabaseError.ts'

/**
 * Version 0.1.0 ran its steps on SQLite without a transaction, and no version can have stored anything after an
 * interrupted one. So what the step has done so far holds nothing of a user, and is undone for the step to run again.
 * Returns whether there was anything to undo. Later steps are never half done.
 */
export async function undoHalfStep(db: StepDatabase, step: string): Promise<boolean> {
  switch (step) {
    case '0001-init':
      return undoInit(db)
    case '0002-model-parameters':
      return undoModelParameters(db)
    case '0003-connection-tests':
      return finishConnectionTests(db)
    default:
      return false
  }
}

/** Each table is before those that it refers to. */
const FIRST_TABLES = ['ending_found', 'message', 'session', 'gamebook_version', 'model_config']

async function undoInit(db: StepDatabase): Promise<boolean> {
  const tables = await readTables(db)
  const left = FIRST_TABLES.filter((name) => tables.has(name))
  for (const name of left) {
    const ownRow = name === 'model_config' ? sql`where provider <> 'builtin'` : sql``
    const { rows } = await sql`select 1 from ${sql.table(name)} ${ownRow} limit 1`.execute(db)
    if (rows.length > 0) throw new UnsupportedDatabaseError('other-program', `The table ${name} is not expected.`)
    await db.schema.dropTable(name).execute()
  }
  return left.length > 0
}

async function undoModelParameters(db: StepDatabase): Promise<boolean> {
  const tables = await readTables(db)
  const columns = ['parameters', 'exact_address', 'in_one_piece', 'position', 'last_test']
  const left = columns.filter((name) => tables.get('model_config')?.has(name))
  for (const name of left) await db.schema.alterTable('model_config').dropColumn(name).execute()
  if (tables.has('refused_parameter')) await db.schema.dropTable('refused_parameter').execute()
  return left.length > 0
}

/** Without the old column, only the record is missing. With it, the new table is a copy of it. */
async function finishConnectionTests(db: StepDatabase): Promise<boolean> {
  const tables = await readTables(db)
  if (!tables.has('connection_test')) return false
  if (tables.get('model_config')?.has('last_test')) await db.schema.dropTable('connection_test').execute()
  else await recordApplied(db, '0003-connection-tests', systemClock.now())
  return true
}

/** The names of the columns of each table. */
async function readTables(db: StepDatabase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tables = await db.introspection.getTables()
  return new Map(tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]))
}
