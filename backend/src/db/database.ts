import { CamelCasePlugin, Kysely, type Dialect, sql } from 'kysely'

import { postgresDialect } from './postgresDialect.ts'
import { sqliteDialect, type SqliteOptions } from './sqlite/sqliteDialect.ts'
import type { Database, Tables } from './tables.ts'
import { watchWrites } from './writes/watchWrites.ts'
import { setWriteFeed, WriteFeed } from './writes/writeFeed.ts'

export type { Database } from './tables.ts'

export type DatabaseLocation = SqliteLocation | PostgresLocation

interface SqliteLocation extends SqliteOptions {
  readonly kind: 'sqlite'
  /** `:memory:` is gone with its connection. */
  readonly file: string
}

interface PostgresLocation {
  readonly kind: 'postgres'
  readonly url: string
  /** How long a statement may take; 0 for any time. */
  readonly maxStatementMs?: number
}

/** Loads only the driver that is used. `onError` gets the error of each statement that fails. */
export async function openDatabase(location: DatabaseLocation, onError?: (error: unknown) => void): Promise<Database> {
  const writes = new WriteFeed()
  const db = new Kysely<Tables>({
    dialect: watchWrites(await dialectOf(location), writes.publish),
    // Without this option, keys inside JSON would be renamed too.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    ...(onError !== undefined && {
      log: (event) => {
        if (event.level === 'error') onError(event.error)
      },
    }),
  })
  setWriteFeed(db, writes)
  return db
}

export async function checkDatabase(db: Database): Promise<'ready' | 'unreachable'> {
  return sql`select 1`.execute(db).then(
    () => 'ready',
    () => 'unreachable',
  )
}

async function dialectOf(location: DatabaseLocation): Promise<Dialect> {
  switch (location.kind) {
    case 'sqlite':
      return sqliteDialect(location)
    case 'postgres':
      return postgresDialect(location.url, location.maxStatementMs)
  }
}
