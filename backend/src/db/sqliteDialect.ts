import { open } from 'node:fs/promises'
import type { Database as SqliteFile } from 'better-sqlite3'
import {
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely'

import { createSqliteDriver } from './sqliteDriver.ts'
import { waitWhileBusy } from './waitWhileBusy.ts'

/** How long a write waits for a lock of another process before its request fails. */
export const MAX_LOCK_WAIT_MS = 5000

/** One connection, safe against power loss. Each statement is prepared once. */
export async function sqliteDialect(file: string, maxWaitMs = MAX_LOCK_WAIT_MS): Promise<Dialect> {
  if (file !== ':memory:') await keepPrivate(file)
  const sqlite = await waitWhileBusy(() => openFile(file), maxWaitMs)
  const driver = new SqliteDriver({ database: withPreparedStatements(sqlite) })
  await driver.init()
  const connection = await driver.acquireConnection()
  return {
    createAdapter: () => new SharedSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () =>
      createSqliteDriver({
        connection,
        isInTransaction: () => sqlite.inTransaction,
        close: () => sqlite.close(),
        maxWaitMs,
      }),
  }
}

/** The driver decides which statements run together. */
class SharedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

async function openFile(file: string): Promise<SqliteFile> {
  const { default: Sqlite } = await import('better-sqlite3')
  // SQLite itself would wait for locks by blocking the thread.
  const sqlite = new Sqlite(file, { timeout: 0 })
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function withPreparedStatements(sqlite: SqliteFile) {
  const prepared = new Map<string, SqliteStatement>()
  return {
    close: () => sqlite.close(),
    prepare(text: string): SqliteStatement {
      const known = prepared.get(text)
      if (known !== undefined) return known
      const statement = sqlite.prepare(text)
      if (prepared.size < MAX_PREPARED) prepared.set(text, statement)
      return statement
    },
  }
}

/** SQLite gives its other files the mode of the database. */
async function keepPrivate(file: string): Promise<void> {
  const handle = await open(file, 'a', OWNER_ONLY)
  try {
    // Fails for a file of another user, who chooses its mode.
    await handle.chmod(OWNER_ONLY).catch(() => {})
  } finally {
    await handle.close()
  }
}

const OWNER_ONLY = 0o600
const MAX_PREPARED = 200
/** 16 MB in pages of 4 KB: repeated saves of an answer reach the database file once. */
const CHECKPOINT_PAGES = 4000
