import type { Database as SqliteFile, Statement as PreparedStatement } from 'better-sqlite3'

import { isBusy } from './waitWhileBusy.ts'
import type { Batch, Command, Outcome, Statement, Stored } from './command.ts'
import { toError } from '../../toError.ts'

export type RunCommand = (command: Command) => readonly Outcome[]

const nothing = (): Stored => ({ rows: [], changes: 0 })

/** Runs commands on a connection, on the thread that calls it. Each statement is prepared once. */
export function createRunCommand(sqlite: SqliteFile): RunCommand {
  const prepare = keepPrepared(sqlite)

  const run = ({ sql, parameters }: Statement): Stored => {
    const statement = prepare(sql)
    if (statement.reader) return { rows: statement.all(...parameters), changes: 0 }
    return { rows: [], changes: statement.run(...parameters).changes }
  }
  const runAll = (batch: Batch): Stored => batch.reduce((_before, statement) => run(statement), nothing())
  const control = (text: string): Stored => run({ sql: text, parameters: [] })
  const rollBack = (): Stored => (sqlite.inTransaction ? control('rollback') : nothing())

  /** A batch in a transaction of its own. */
  const runSingle = (batch: Batch): Outcome => {
    try {
      control('begin immediate')
      const stored = runAll(batch)
      control('commit')
      return stored
    } catch (error) {
      rollBack()
      return { error: toError(error) }
    }
  }

  const runInSavepoint = (batch: Batch): Outcome => {
    control('savepoint batch')
    try {
      const stored = runAll(batch)
      control('release batch')
      return stored
    } catch (error) {
      // Some errors, such as a full disk, end the whole transaction.
      if (!sqlite.inTransaction) throw error
      control('rollback to batch')
      control('release batch')
      return { error: toError(error) }
    }
  }

  /** Runs all batches in one transaction; null if the transaction failed. Throws if it can't begin. */
  const runTogether = (batches: readonly Batch[]): readonly Outcome[] | null => {
    control('begin immediate')
    try {
      const outcomes = batches.map(runInSavepoint)
      control('commit')
      return outcomes
    } catch {
      rollBack()
      return null
    }
  }

  /** If a batch finds the database locked, the batches after it are not tried, so the order is kept. */
  const runSeparately = (batches: readonly Batch[]): readonly Outcome[] => {
    let locked: Outcome | undefined
    return batches.map((batch) => {
      const outcome = locked ?? runSingle(batch)
      if (isBusy(outcome.error)) locked = outcome
      return outcome
    })
  }

  const runGroup = (batches: readonly Batch[]): readonly Outcome[] => {
    if (batches.length <= 1) return batches.map(runSingle)
    try {
      return runTogether(batches) ?? runSeparately(batches)
    } catch (error) {
      return batches.map(() => ({ error: toError(error) }))
    }
  }

  const runOther = (command: Exclude<Command, { readonly kind: 'group' }>): Stored => {
    switch (command.kind) {
      case 'alone':
        return run(command.statement)
      case 'inside':
        if (!sqlite.inTransaction) throw new Error('The transaction has ended.')
        return runAll(command.statements)
      case 'begin':
        return control('begin immediate')
      case 'commit':
        return control('commit')
      case 'rollback':
        return rollBack()
    }
  }

  return (command) => {
    if (command.kind === 'group') return runGroup(command.batches)
    try {
      return [runOther(command)]
    } catch (error) {
      return [{ error: toError(error) }]
    }
  }
}

const MAX_PREPARED = 200

export function keepPrepared(sqlite: SqliteFile): (text: string) => PreparedStatement {
  const prepared = new Map<string, PreparedStatement>()
  return (text) => {
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = sqlite.prepare(text)
    const [oldest] = prepared.keys()
    if (prepared.size >= MAX_PREPARED && oldest !== undefined) prepared.delete(oldest)
    prepared.set(text, statement)
    return statement
  }
}
