import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

import { findDamage, inspectSqlite, type SqliteContents } from './inspectSqlite.ts'

const OWNER_ONLY = 0o600

/** The database or its copy has pages that can't be read. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError'
  readonly code = 'SQLITE_CORRUPT'
}

/**
 * Writes a copy of a database that is in use. The copy appears under its name once it is complete, checked and on the
 * disk. Throws `DamagedDatabaseError` and leaves no draft behind.
 */
export function copySqlite(file: string, copy: string): void {
  const draft = `${copy}.tmp`
  rmSync(draft, { force: true })
  const source = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const damage = findDamage(source)
    if (damage !== null) throw new DamagedDatabaseError(damage)
    // SQLite writes into an empty file, and keeps its mode.
    closeSync(openSync(draft, 'wx', OWNER_ONLY))
    source.prepare('vacuum into ?').run(draft)
    const { damage: lost } = readCopy(draft)
    if (lost !== null) throw new DamagedDatabaseError(lost)
    syncFile(draft)
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    source.close()
  }
}

/** Throws for a file that is not a database. */
export function readCopy(file: string): SqliteContents {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    return inspectSqlite(db)
  } finally {
    db.close()
  }
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
