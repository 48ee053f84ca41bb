import type { Client } from 'pg'

import { toConnectionError } from './connectionError.ts'
import { postgresLimits } from './postgresDialect.ts'

export interface LockConnection {
  readonly client: Client
  /** The process of PostgreSQL that serves the connection. */
  readonly pid: number
}

/** A connection that holds the lock until it ends; null if another one holds it. */
export async function tryLockPostgres(url: string, lostPid: number | null = null): Promise<LockConnection | null> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, ...postgresLimits() })
  // Its end is what counts.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(KEEP_ALIVE)
    // PostgreSQL may not have noticed yet that the connection before is gone.
    if (lostPid !== null) await client.query(END_HOLDER, [lostPid])
    const { rows } = await client.query<{ locked: boolean; pid: number }>(TRY_LOCK)
    const [row] = rows
    if (row?.locked === true) return { client, pid: row.pid }
  } catch (error) {
    await client.end()
    throw toConnectionError(error)
  }
  await client.end()
  return null
}

/** One lock for each set of tables. */
const KEYS = `hashtext('llm-gamebook'), hashtext(coalesce(current_schema(), ''))`
const TRY_LOCK = `select pg_try_advisory_lock(${KEYS}) as locked, pg_backend_pid() as pid`
/** Only of this lock: PostgreSQL may have given the number of the process to a connection of another program. */
const END_HOLDER = `
  select pg_terminate_backend(pid, 1000) from pg_locks
  where locktype = 'advisory' and granted and pid = $1
    and database = (select oid from pg_database where datname = current_database())
    and (classid, objid) = (hashtext('llm-gamebook')::bit(32)::bigint, hashtext(coalesce(current_schema(), ''))::bit(32)::bigint)`
/** PostgreSQL notices within half a minute that the machine of this process is gone. */
const KEEP_ALIVE = `
  select set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
    set_config('tcp_keepalives_count', '4', false)`
