import {
  type CompiledQuery,
  type DatabaseConnection,
  DeleteQueryNode,
  type Driver,
  InsertQueryNode,
  type QueryResult,
  SelectQueryNode,
  UpdateQueryNode,
} from 'kysely'

import { Together } from '../runTogether.ts'
import type { Statement, Stored } from './command.ts'
import type { Transaction, WriteQueue } from './writeQueue.ts'

export interface SqliteDriverOptions {
  readonly queue: WriteQueue
  /** Reads what is committed; null if only the writer can read. */
  readonly read: ((statement: Statement) => Promise<unknown[]>) | null
  readonly closeReader: () => void
}

const isRead = ({ query, sql }: CompiledQuery): boolean => SelectQueryNode.is(query) || /^select\b/i.test(sql)

const isChange = ({ query }: CompiledQuery): boolean =>
  InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query)

/**
 * Writes go to the writer, in order, and several share a commit. Reads use a connection of their own, which sees what
 * is committed and never waits for a write. A transaction has the writer to itself, also for its reads.
 */
export function createSqliteDriver({ queue, read, closeReader }: SqliteDriverOptions): Driver {
  const transactions = new WeakMap<DatabaseConnection, Transaction>()

  const store = (owner: DatabaseConnection, query: CompiledQuery): Promise<Stored> => {
    const transaction = transactions.get(owner)
    const statements = query instanceof Together ? query.statements : [query]
    if (transaction !== undefined) return transaction.run(statements.map(toStatement))
    return query instanceof Together || isChange(query)
      ? queue.store(statements.map(toStatement))
      : queue.runAlone(toStatement(query))
  }

  // Kysely types each row by its query.
  async function execute<Row>(owner: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<Row>>
  async function execute(owner: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<unknown>> {
    if (read !== null && isRead(query) && !transactions.has(owner)) return { rows: await read(toStatement(query)) }
    const { rows, changes } = await store(owner, query)
    return { rows, numAffectedRows: BigInt(changes) }
  }

  const rollBack = async (owner: DatabaseConnection): Promise<void> => {
    const transaction = transactions.get(owner)
    transactions.delete(owner)
    await transaction?.rollBack()
  }

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
      transactions.set(owner, await queue.begin())
    },
    async commitTransaction(owner) {
      await transactions.get(owner)?.commit()
      transactions.delete(owner)
    },
    rollbackTransaction: rollBack,
    releaseConnection: rollBack,
    async destroy() {
      closeReader()
      await queue.close()
    },
  }
}

const toStatement = ({ sql, parameters }: CompiledQuery): Statement => ({ sql, parameters })
