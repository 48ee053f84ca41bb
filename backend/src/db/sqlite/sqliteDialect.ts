import type { Database as SqliteFile } from 'better-sqlite3'
import { type Dialect, type Driver, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'

import { createLocalWriter } from './localWriter.ts'
import { IN_MEMORY, keepPrivate, openReading, openWriting } from './openSqlite.ts'
import { keepPrepared } from './runCommand.ts'
import { createSqliteDriver, type SqliteDriverOptions } from './sqliteDriver.ts'
import { waitWhileBusy } from './waitWhileBusy.ts'
import { createWriteQueue } from './writeQueue.ts'
import { createWriterThread } from './writerThread.ts'

export interface SqliteOptions {
  readonly file: string
  /** How long a statement waits for a lock of another process. */
  readonly maxLockWaitMs?: number
  /** How long a write waits for those before it and for the disk. */
  readonly maxWaitMs?: number
  /** Writes on this thread instead of a separate one: for work before the server answers. */
  readonly writesHere?: boolean
  /** Called when the thread that writes has ended unexpectedly. */
  readonly onWriterEnd?: (error: unknown) => void
}

const MAX_LOCK_WAIT_MS = 5000
const MAX_WAIT_MS = 30_000

export async function sqliteDialect(options: SqliteOptions): Promise<Dialect> {
  const driver = await openDriver(options)
  return {
    createAdapter: () => new SharedSqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => driver,
  }
}

/** The driver decides which statements run together. */
class SharedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

async function openDriver(options: SqliteOptions): Promise<Driver> {
  const { file, maxLockWaitMs = MAX_LOCK_WAIT_MS, maxWaitMs = MAX_WAIT_MS, onWriterEnd = () => {} } = options
  const waits = { maxLockWaitMs, maxWaitMs }
  if (file !== IN_MEMORY) await keepPrivate(file)
  if (file === IN_MEMORY || options.writesHere === true) {
    const sqlite = await waitWhileBusy(() => openWriting(file), maxLockWaitMs)
    const queue = createWriteQueue({ writer: createLocalWriter(sqlite), ...waits })
    return createSqliteDriver({ queue, read: null, closeReader: () => {} })
  }
  const reading = await waitWhileBusy(() => openReading(file), maxLockWaitMs)
  const queue = createWriteQueue({ writer: createWriterThread({ file, onEnd: onWriterEnd }), ...waits })
  return createSqliteDriver({ queue, read: readFrom(reading, maxLockWaitMs), closeReader: () => reading.close() })
}

function readFrom(sqlite: SqliteFile, maxWaitMs: number): SqliteDriverOptions['read'] {
  const prepare = keepPrepared(sqlite)
  return ({ sql, parameters }) => waitWhileBusy(() => prepare(sql).all(...parameters), maxWaitMs)
}
