import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'

import { type Write, writesOf } from './write.ts'

/** @param isStored false for failed writes: their confirmation may have been lost, or they may still be stored later */
export type OnWrites = (writes: readonly Write[], isStored: boolean) => void

/**
 * Reports every write before its caller learns that it is stored. The writes of a transaction are reported after its
 * commit.
 */
export function watchWrites(dialect: Dialect, onWrites: OnWrites): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => watchDriver(dialect.createDriver(), onWrites),
  }
}

function watchDriver(driver: Driver, onWrites: OnWrites): Driver {
  const watched = new WeakSet<DatabaseConnection>()
  const uncommitted = new WeakMap<DatabaseConnection, Write[]>()

  const report = async <Result>(writes: readonly Write[], store: () => Promise<Result>): Promise<Result> => {
    let isStored = false
    try {
      const result = await store()
      isStored = true
      return result
    } finally {
      onWrites(writes, isStored)
    }
  }

  const watch = (connection: DatabaseConnection): void => {
    const execute = connection.executeQuery.bind(connection)
    connection.executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const writes = writesOf(query)
      if (writes.length === 0) return execute<Row>(query)
      const transaction = uncommitted.get(connection)
      if (transaction === undefined) return report(writes, () => execute<Row>(query))
      transaction.push(...writes)
      return execute<Row>(query)
    }
  }

  return {
    init: () => driver.init(),
    async acquireConnection() {
      const connection = await driver.acquireConnection()
      if (!watched.has(connection)) watch(connection)
      watched.add(connection)
      return connection
    },
    async beginTransaction(connection, settings) {
      await driver.beginTransaction(connection, settings)
      uncommitted.set(connection, [])
    },
    async commitTransaction(connection) {
      const writes = uncommitted.get(connection) ?? []
      uncommitted.delete(connection)
      await report(writes, () => driver.commitTransaction(connection))
    },
    async rollbackTransaction(connection) {
      uncommitted.delete(connection)
      await driver.rollbackTransaction(connection)
    },
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  }
}
