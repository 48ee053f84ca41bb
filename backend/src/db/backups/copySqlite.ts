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
  const source = openReadOnly(file)
  try {
    checkPages(source)
    // SQLite writes into an empty file, and keeps its mode.
    closeSync(openSync(draft, 'wx', OWNER_ONLY))
    source.prepare('vacuum into ?').run(draft)
    checkSqlite(draft)
    syncFile(draft)
    renameSync(draft, copy)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    source.close()
  }
}

/** Reads all pages. Throws `DamagedDatabaseError`, or what SQLite throws. */
export function checkSqlite(file: string): void {
  const db = openReadOnly(file)
  try {
    checkPages(db)
  } finally {
    db.close()
  }
}

function checkPages(db: Sqlite.Database): void {
  const damage = findDamage(db)
  if (damage !== null) throw new DamagedDatabaseError(damage)
}

/** Throws for a file that is not a database. */
export function readCopy(file: string): SqliteContents {
  const db = openReadOnly(file)
  try {
    return inspectSqlite(db)
  } finally {
    db.close()
  }
}

const openReadOnly = (file: string): Sqlite.Database => new Sqlite(file, { readonly: true, fileMustExist: true })

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
