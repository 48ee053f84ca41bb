import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

const FOLDER = join(import.meta.dirname, '../fixtures/half-migrated')

const readLines = (name: string): readonly string[] =>
  readFileSync(join(FOLDER, `${name}.sql`), 'utf8')
    .trimEnd()
    .split('\n')

const INIT = readLines('0001-init')
const PARAMETERS = readLines('0002-model-parameters')
const TESTS = readLines('0003-connection-tests')
const PLAYED = [...INIT, ...readLines('played-with-0001')]
const TESTED = [...PLAYED, ...PARAMETERS, ...readLines('tested-with-0002')]

export interface Upgrade {
  readonly name: string
  /** What was complete before the start that was killed. */
  readonly before: readonly string[]
  /** What that start does. The last statement is a record. */
  readonly statements: readonly string[]
}

/** What version 0.1.0 does at a start, as in `fixtures/half-migrated/README.md`. */
export const UPGRADES: readonly Upgrade[] = [
  { name: 'a first start', before: [], statements: [...INIT, ...PARAMETERS, ...TESTS] },
  { name: 'an upgrade from 0001', before: PLAYED, statements: [...PARAMETERS, ...TESTS] },
  { name: 'an upgrade from 0002', before: TESTED, statements: TESTS },
]

/** Writes the database of a start that was killed after this many statements. */
export function writeHalfMigrated(file: string, { before, statements }: Upgrade, count: number): void {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  for (const statement of [...before, ...statements.slice(0, count)]) db.exec(statement)
  db.close()
}
