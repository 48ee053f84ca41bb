import { open } from 'node:fs/promises'
import { type Dialect, SqliteDialect, type SqliteStatement } from 'kysely'

/** One connection, safe against power loss. Each statement is prepared once. */
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
        // A full disk has already rolled back; the error of a second rollback would hide the reason.
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
