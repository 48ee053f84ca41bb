import { open } from 'node:fs/promises'
import type { Database as SqliteFile } from 'better-sqlite3'
import {
  type DatabaseConnection,
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

/** Safe against power loss. Each statement is prepared once. */
export async function sqliteDialect(file: string, maxWaitMs = MAX_LOCK_WAIT_MS): Promise<Dialect> {
  if (file !== IN_MEMORY) await keepPrivate(file)
  const opened: SqliteFile[] = []
  const connect = async (sqlite: SqliteFile): Promise<DatabaseConnection> => {
    opened.push(sqlite)
    const driver = new SqliteDriver({ database: withPreparedStatements(sqlite) })
    await driver.init()
    return driver.acquireConnection()
  }
  const sqlite = await waitWhileBusy(() => openFile(file), maxWaitMs)
  const connection = await connect(sqlite)
  return {
    createAdapter: () => new SharedSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () =>
      createSqliteDriver({
        connection,
        openReader: file === IN_MEMORY ? null : async () => connect(await openReader(file)),
        isInTransaction: () => sqlite.inTransaction,
        close() {
          for (const one of opened) one.close()
        },
        maxWaitMs,
      }),
  }
}

const IN_MEMORY = ':memory:'

/** The driver decides which statements run together. */
class SharedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** SQLite itself would wait for locks by blocking the thread. */
const WITHOUT_WAITING = { timeout: 0 }

async function openReader(file: string): Promise<SqliteFile> {
  const { default: Sqlite } = await import('better-sqlite3')
  return new Sqlite(file, { ...WITHOUT_WAITING, readonly: true })
}

async function openFile(file: string): Promise<SqliteFile> {
  const { default: Sqlite } = await import('better-sqlite3')
  const sqlite = new Sqlite(file, WITHOUT_WAITING)
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
