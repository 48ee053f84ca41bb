import { open } from 'node:fs/promises'
import { type Dialect, SqliteDialect, type SqliteStatement } from 'kysely'

/** One connection, safe against power loss. Statements are prepared once. */
export async function sqliteDialect(file: string): Promise<Dialect> {
  const { default: Sqlite } = await import('better-sqlite3')
  if (file !== ':memory:') await keepPrivate(file)
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)

  const prepared = new Map<string, SqliteStatement>()
  return new SqliteDialect({
    database: {
      close: () => sqlite.close(),
      prepare(text) {
        // A statement that fails for want of room has rolled back already; the error of another try would hide why.
        if (text === 'rollback' && !sqlite.inTransaction) return sqlite.prepare('select 1 where 0')
        const known = prepared.get(text)
        if (known !== undefined) return known
        const statement = sqlite.prepare(text)
        if (prepared.size < MAX_PREPARED) prepared.set(text, statement)
        return statement
      },
    },
  })
}

/** SQLite gives the files that it keeps beside a database the mode of that database. */
async function keepPrivate(file: string): Promise<void> {
  const handle = await open(file, 'a', ONLY_ITS_USER)
  try {
    // Where the file is another user's, its mode is that user's to choose.
    await handle.chmod(ONLY_ITS_USER).catch(() => {})
  } finally {
    await handle.close()
  }
}

const ONLY_ITS_USER = 0o600
const MAX_PREPARED = 200
/** 16 MB of 4 KB pages: answers that are saved again and again reach the database file once. */
const CHECKPOINT_PAGES = 4000
