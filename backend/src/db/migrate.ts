import { eraseReplacedRows } from './eraseReplacedRows.ts'
import { readApplied } from './migrationRecords.ts'
import { type StepTools, toStepDatabase } from './migrations/step.ts'
import { nextStep, runNextStep, undoHalfDone } from './runStep.ts'
import type { Database } from './tables.ts'

export interface MigrateOptions extends StepTools {
  /** Keeps a copy of a database with data, before this step and later ones change it. */
  readonly backUp?: (step: string) => Promise<void>
  /** Called with a sentence before a database with data is changed. */
  readonly announce?: (sentence: string) => void
  /** Called with a sentence about what an interrupted start left behind. */
  readonly report?: (sentence: string) => void
}

/**
 * Brings the tables up to date, one step after the other. A step that fails changes nothing and throws. Throws
 * `UnsupportedDatabaseError` for a database of a newer version, which it leaves unchanged.
 */
export async function migrate(db: Database, { backUp, announce, report, ...tools }: MigrateOptions): Promise<void> {
  const plain = toStepDatabase(db)
  const wasHalfDone = await undoHalfDone(plain)
  const applied = await readApplied(plain)
  const next = nextStep(applied)
  if (next !== undefined && applied.length > 0) {
    announce?.(CHANGES)
    await backUp?.(next)
  }
  while (nextStep(await readApplied(plain)) !== undefined) await runNextStep(plain, tools)
  await eraseReplacedRows(plain)
  if (wasHalfDone) report?.(FINISHED)
}

const CHANGES =
  'This version of the app changes the tables of the database. ' +
  'This takes about a minute per gigabyte. The server accepts requests when it is done.'

const FINISHED =
  'An earlier start was interrupted while it changed the tables of the database. ' +
  'The change is now complete, and nothing is lost.'
