import { DAMAGE_CODES } from '../../db/databaseHealth.ts'
import { errorCodes } from '../../errorCodes.ts'

export interface StorageProblem {
  readonly code:
    | 'database-busy'
    | 'database-damaged'
    | 'database-unreachable'
    | 'disk-full'
    | 'disk-slow'
    | 'not-writable'
    | 'save-unconfirmed'
    | 'storage-failed'
  readonly detail: string
  readonly hint: string
}

const DATABASE_BUSY: StorageProblem = {
  code: 'database-busy',
  detail: "Another program keeps the server's database locked: nothing was saved.",
  hint: 'Close that program, or wait a moment, then send again.',
}
const DATABASE_DAMAGED: StorageProblem = {
  code: 'database-damaged',
  detail: "A part of the server's database is damaged and can't be read or written.",
  hint: 'Whoever runs the server can restore a backup with "npm run restore".',
}
const DATABASE_UNREACHABLE: StorageProblem = {
  code: 'database-unreachable',
  detail: "The server can't reach its database.",
  hint: 'Check that PostgreSQL is running, then send again.',
}
const DISK_FULL: StorageProblem = {
  code: 'disk-full',
  detail: "The server's disk is full: nothing was saved.",
  hint: 'Free some space, then send again.',
}
const DISK_SLOW: StorageProblem = {
  code: 'disk-slow',
  detail: "The server's disk can't keep up at the moment: nothing was saved.",
  hint: 'Wait a moment, then send again.',
}
const NOT_WRITABLE: StorageProblem = {
  code: 'not-writable',
  detail: "The server can't write to its data folder: nothing was saved.",
  hint: "Give the server's user write access, then send again.",
}
const SAVE_UNCONFIRMED: StorageProblem = {
  code: 'save-unconfirmed',
  detail: "The server's database didn't confirm whether this was saved.",
  hint: 'Reload to check whether it was saved. If not, send again.',
}
const STORAGE_FAILED: StorageProblem = {
  code: 'storage-failed',
  detail: "The server's disk reported an error: nothing was saved.",
  hint: "Check the disk and the server's log, then send again.",
}

/** Codes of the system, of `db/writeErrors.ts`, of SQLite (each with its extended codes) and of PostgreSQL (SQLSTATE). The first match counts. */
const byCode: readonly (readonly [RegExp, StorageProblem])[] = [
  [/^(EDQUOT|ENOSPC|SQLITE_FULL|53100)$/, DISK_FULL],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY(_\w+)?|SQLITE_PERM|25006|42501)$/, NOT_WRITABLE],
  [DAMAGE_CODES, DATABASE_DAMAGED],
  [/^WRITE_QUEUE$/, DISK_SLOW],
  [/^WRITE_UNCONFIRMED$/, SAVE_UNCONFIRMED],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)(_\w+)?$/, DATABASE_BUSY],
  // A serialization failure, a deadlock, a lock that was not available, a statement that took too long.
  [/^(40001|40P01|55P03|57014)$/, DATABASE_BUSY],
  [/^(08\w{3}|57P0[1-5]|53300)$/, DATABASE_UNREACHABLE],
  [/^E(AI_AGAIN|CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)$/, DATABASE_UNREACHABLE],
  [/^(EIO|EMFILE|ENFILE|WRITER_ENDED|SQLITE_(CANTOPEN|IOERR|NOMEM)(_\w+)?|53[02]00|58\w{3})$/, STORAGE_FAILED],
]

/** The problem of a database or a folder that can't be used at the moment; null for other errors. */
export function storageProblem(error: unknown): StorageProblem | null {
  for (const code of errorCodes(error)) {
    const known = byCode.find(([pattern]) => pattern.test(code))
    if (known !== undefined) return known[1]
  }
  return null
}
