import type { KeyCipher } from '../../models/keys/keyCipher.ts'
import type { Database } from '../tables.ts'

/**
 * One change of the tables and their rows, from one version to the next. It runs in one transaction with its record, on
 * both databases: a step that throws or is killed has changed nothing, and the next start runs it again.
 *
 * - Write it in `migrations/<number>-<name>.ts` and add it to `index.ts`. It imports the type of this file and Kysely.
 * - Names are those of the database: `model_config`, also in the rows that it reads.
 * - It may read and write all rows. Batches by primary key keep memory small; no batch commits by itself.
 * - On SQLite, references are not enforced during a step, because dropping a table to rebuild it would delete the rows
 *   that refer to it. So a step that deletes rows deletes what belongs to them, too. References that a step breaks make
 *   it fail.
 */
export interface MigrationStep {
  up(db: StepDatabase, tools: StepTools): Promise<void>
}

/** A step declares the tables that it reads, as they are at its time, with `$extendTables`. */
export const toStepDatabase = (db: Database) => db.withoutPlugins().$pickTables<never>()

export type StepDatabase = ReturnType<typeof toStepDatabase>

/** What a step can need besides the tables. */
export interface StepTools {
  /** The cipher of stored keys, with the secret of this server. */
  readonly keyCipher: KeyCipher
}
