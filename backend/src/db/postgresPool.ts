import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'

import { isLostConnection, LostConnectionError, toConnectionError } from './connectionError.ts'

/**
 * The pool of connections that Kysely uses. A connection that breaks fails the statement that is using it, or the next
 * one of its transaction, and is replaced.
 */
export function createPostgresPool(pool: Pool): PostgresPool {
  // A connection may break while it has no statement to fail. Without listeners, the event would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    connect: async () =>
      new PooledConnection(
        await pool.connect().catch((error: unknown) => {
          throw toConnectionError(error)
        }),
      ),
    end: () => pool.end(),
    options: pool.options,
  }
}

class PooledConnection implements PostgresPoolClient {
  readonly #client: PoolClient
  #isLost = false

  constructor(client: PoolClient) {
    this.#client = client
  }

  query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
  query(text: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('The app reads no rows one by one.')
    return this.#execute(text, parameters)
  }

  release(): void {
    this.#client.release(this.#isLost)
  }

  async #execute(text: string, parameters: readonly unknown[]): Promise<unknown> {
    // The end of the connection has rolled back. The error of a rollback would hide the reason.
    if (this.#isLost && text === 'rollback') return { command: 'ROLLBACK', rowCount: 0, rows: [] }
    if (this.#isLost) throw new LostConnectionError()
    try {
      return await this.#client.query(text, [...parameters])
    } catch (caught) {
      const error = toConnectionError(caught)
      this.#isLost ||= isLostConnection(error)
      throw error
    }
  }
}
