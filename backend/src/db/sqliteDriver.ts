import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SelectQueryNode } from 'kysely'

import { waitWhileBusy } from './waitWhileBusy.ts'

export interface SqliteDriverOptions {
  /** A connection that runs a statement before it returns. */
  readonly connection: DatabaseConnection
  /** A second connection that sees what is committed; null if only one can exist. */
  readonly openReader: (() => Promise<DatabaseConnection>) | null
  /** Whether a transaction is open on the first connection. */
  readonly isInTransaction: () => boolean
  readonly close: () => void
  /** How long a statement waits for a lock of another process. */
  readonly maxWaitMs: number
}

const isRead = ({ query, sql }: CompiledQuery): boolean => SelectQueryNode.is(query) || /^select\b/i.test(sql)

/**
 * Runs statements on one connection of a file. A transaction has it for itself: other writes wait for its end, and reads
 * use a second connection. Another process that locks the file delays the statements that need the lock, and nothing
 * else: they are tried again with pauses. A transaction takes its lock when it begins, so none of its statements waits.
 */
export function createSqliteDriver(options: SqliteDriverOptions): Driver {
  const { connection, openReader, isInTransaction, close, maxWaitMs } = options
  let reader: DatabaseConnection | undefined
  let transaction: { readonly owner: DatabaseConnection; readonly ended: PromiseWithResolvers<void> } | null = null

  const endTransaction = (): void => {
    transaction?.ended.resolve()
    transaction = null
  }

  async function execute<Row>(owner: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>> {
    return waitWhileBusy(async () => {
      const isElsewhere = transaction !== null && transaction.owner !== owner
      if (isElsewhere && openReader !== null && isRead(query)) {
        reader ??= await openReader()
        return reader.executeQuery<Row>(query)
      }
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
