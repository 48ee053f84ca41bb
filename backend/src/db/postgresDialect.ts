import { type Dialect, PostgresDialect } from 'kysely'

import { createPostgresPool } from './postgresPool.ts'

const INT8 = 20
const MAX_CONNECTIONS = 10

/** @param maxStatementMs how long a statement may take; 0 for any time */
export async function postgresDialect(connectionString: string, maxStatementMs = MAX_STATEMENT_MS): Promise<Dialect> {
  const { default: pg } = await import('pg')
  const types = new pg.TypeOverrides()
  // Otherwise counts arrive as text.
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({ connectionString, types, max: MAX_CONNECTIONS, ...postgresLimits(maxStatementMs) })
  return new PostgresDialect({ pool: createPostgresPool(pool) })
}

const MAX_STATEMENT_MS = 30_000

/** The time limits of a connection, at both of its ends: the network may lose either. */
export const postgresLimits = (maxStatementMs = MAX_STATEMENT_MS) => ({
  connectionTimeoutMillis: 5000,
  statement_timeout: maxStatementMs,
  query_timeout: maxStatementMs === 0 ? 0 : maxStatementMs + 5000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
})
