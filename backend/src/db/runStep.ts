import { sql } from 'kysely'

import { systemClock } from '../clock.ts'
import { readApplied, recordApplied } from './migrationRecords.ts'
import { migrations } from './migrations/index.ts'
import type { MigrationStep, StepDatabase, StepTools } from './migrations/step.ts'
import { isSqlite } from './runTogether.ts'
import { undoHalfStep } from './undoHalfStep.ts'

type Steps = ReadonlyMap<string, MigrationStep>

/** Kysely's migrator takes the same lock, so version 0.1.0 waits, too. */
const POSTGRES_LOCK = '3853314791062309107'

/** The oldest step that is not applied yet; undefined if the tables are up to date. */
export const nextStep = (applied: readonly string[], steps: Steps = migrations): string | undefined =>
  [...steps.keys()][applied.length]

/** Undoes what an older version left of the next step, in one transaction. Returns whether there was anything. */
export async function undoHalfDone(db: StepDatabase): Promise<boolean> {
  if (!isSqlite(db)) return false
  return db.transaction().execute(async (all) => {
    const next = nextStep(await readApplied(all))
    return next !== undefined && undoHalfStep(all, next)
  })
}

/** Runs the next step and records it, in one transaction. Returns its name; undefined if there is none. */
export async function runNextStep(
  db: StepDatabase,
  tools: StepTools,
  steps: Steps = migrations,
): Promise<string | undefined> {
  const run = async (all: StepDatabase): Promise<string | undefined> => {
    const name = nextStep(await readApplied(all), steps)
    if (name === undefined) return undefined
    await runStep(name, () => steps.get(name)?.up(all, tools))
    await recordApplied(all, name, systemClock.now())
    return name
  }
  return isSqlite(db) ? onSqlite(db, run) : onPostgres(db, run)
}

async function runStep(name: string, up: () => Promise<void> | undefined): Promise<void> {
  try {
    await up()
  } catch (cause) {
    throw new Error(`The migration ${name} failed.`, { cause })
  }
}

type Run = (all: StepDatabase) => Promise<string | undefined>

/** One process at a time: the next one finds the step applied. */
async function onPostgres(db: StepDatabase, run: Run): Promise<string | undefined> {
  return db.transaction().execute(async (all) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(POSTGRES_LOCK)})`.execute(all)
    return run(all)
  })
}

/** The pragma that turns references off has no effect inside a transaction. */
async function onSqlite(db: StepDatabase, run: Run): Promise<string | undefined> {
  return db.connection().execute(async (connection) => {
    await sql`pragma foreign_keys = off`.execute(connection)
    try {
      return await connection.transaction().execute(async (all) => {
        const before = await countBrokenReferences(all)
        const name = await run(all)
        if ((await countBrokenReferences(all)) > before) throw new Error(`The migration ${name} broke references.`)
        return name
      })
    } finally {
      await sql`pragma foreign_keys = on`.execute(connection)
    }
  })
}

const countBrokenReferences = async (db: StepDatabase): Promise<number> =>
  (await sql`pragma foreign_key_check`.execute(db)).rows.length
