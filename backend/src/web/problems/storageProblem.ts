import { errorCodes } from '../../errorCodes.ts'

export interface StorageProblem {
  readonly code: 'disk-full' | 'not-writable'
  readonly detail: string
  readonly hint: string
}

const DISK_FULL: StorageProblem = {
  code: 'disk-full',
  detail: "The server's disk is full: nothing was saved.",
  hint: 'Free some space, then send again.',
}
const NOT_WRITABLE: StorageProblem = {
  code: 'not-writable',
  detail: "The server can't write to its data folder: nothing was saved.",
  hint: "Give the server's user write access, then send again.",
}

const byCode: ReadonlyMap<string, StorageProblem> = new Map([
  ['EDQUOT', DISK_FULL],
  ['ENOSPC', DISK_FULL],
  ['SQLITE_FULL', DISK_FULL],
  ['EACCES', NOT_WRITABLE],
  ['EPERM', NOT_WRITABLE],
  ['EROFS', NOT_WRITABLE],
  ['SQLITE_READONLY', NOT_WRITABLE],
])

/** The problem of a full disk or a read-only folder; null for other errors. */
export function storageProblem(error: unknown): StorageProblem | null {
  const codes = errorCodes(error).map((code) => code.replace(/^(SQLITE_READONLY)_\w+$/, '$1'))
  return codes.map((code) => byCode.get(code)).find((problem) => problem !== undefined) ?? null
}
