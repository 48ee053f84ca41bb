import { open } from 'node:fs/promises'
import type { Database as SqliteFile } from 'better-sqlite3'

export const IN_MEMORY = ':memory:'

/** SQLite would block the thread while it waits for locks. */
const WITHOUT_WAITING = { timeout: 0 }
/** 16 MB in pages of 4 KB: repeated saves of an answer reach the database file once. */
const CHECKPOINT_PAGES = 4000
const OWNER_ONLY = 0o600

/** A connection that writes, safe against power loss. */
export async function openWriting(file: string): Promise<SqliteFile> {
  const { default: Sqlite } = await import('better-sqlite3')
  const sqlite = new Sqlite(file, WITHOUT_WAITING)
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    // What is deleted is overwritten.
    sqlite.pragma('secure_delete = ON')
    sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** A connection that reads what is committed. A new file becomes an empty database. */
export async function openReading(file: string): Promise<SqliteFile> {
  const sqlite = await openWriting(file)
  sqlite.pragma('query_only = on')
  return sqlite
}

/** SQLite gives its other files the same mode as the database. */
export async function keepPrivate(file: string): Promise<void> {
  const handle = await open(file, 'a', OWNER_ONLY)
  try {
    // Fails for a file of another user, whose mode is that user's choice.
    await handle.chmod(OWNER_ONLY).catch(() => {})
  } finally {
    await handle.close()
  }
}
