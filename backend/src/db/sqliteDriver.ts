import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'

import { waitWhileBusy } from './waitWhileBusy.ts'

export interface SqliteDriverOptions {
  /** The file's only connection. It runs a statement before it returns. */
  readonly connection: DatabaseConnection
  /** Whether a transaction is open on it. */
  readonly isInTransaction: () => boolean
  readonly close: () => void
  /** How long a statement waits for a lock of another process. */
  readonly maxWaitMs: number
}

/**
 * Runs statements on the one connection of a file. A transaction has it for itself: other statements wait for its end.
 * Another process that locks the file delays the statements that need the lock, and nothing else: they are tried again
 * with pauses. A transaction takes its lock when it begins, so none of its statements has to wait.
 */
export function createSqliteDriver({ connection, isInTransaction, close, maxWaitMs }: SqliteDriverOptions): Driver {
  let transaction: { readonly owner: DatabaseConnection; readonly ended: PromiseWithResolvers<void> } | null = null

  const endTransaction = (): void => {
    transaction?.ended.resolve()
    transaction = null
  }

  async function execute<Row>(owner: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    return waitWhileBusy(async () => {
      while (transaction !== null && transaction.owner !== owner) await transaction.ended.promise
      const result = connection.executeQuery<Row>(query)
      if (!isInTransaction()) endTransaction()
      else transaction ??= { owner, ended: Promise.withResolvers() }
      return result
    }, maxWaitMs)
  }

  const run = (owner: DatabaseConnection, text: string): Promise<unknown> =>
    execute(owner, CompiledQuery.raw(text)).then(() => {})

  return {
    async init() {},
    async acquireConnection() {
      const owner: DatabaseConnection = {
        executeQuery: (query) => execute(owner, query),
        async *streamQuery(query) {
          yield await execute(owner, query)
        },
      }
      return owner
    },
    async beginTransaction(owner) {
      await run(owner, 'begin immediate')
    },
    async commitTransaction(owner) {
      await run(owner, 'commit')
    },
    async rollbackTransaction(owner) {
      // A full disk has already rolled back; the error of a second rollback would hide the reason.
      if (transaction?.owner === owner) await run(owner, 'rollback')
    },
    async releaseConnection(owner) {
      if (transaction?.owner === owner) await run(owner, 'rollback')
    },
    async destroy() {
      close()
    },
  }
}
