import { errorCodes } from '../../errorCodes.ts'

export interface StorageProblem {
  readonly code: 'disk-full' | 'not-writable'
  readonly detail: string
  readonly hint: string
}

const DISK_FULL: StorageProblem = {
  code: 'disk-full',
  detail: 'There is no room left on the disk: what was sent is not stored.',
  hint: 'Make room on the disk of the server, then send it again.',
}
const NOT_WRITABLE: StorageProblem = {
  code: 'not-writable',
  detail: 'The server may not write into its data folder: what was sent is not stored.',
  hint: 'Let the user that runs the server write into the data folder, then send it again.',
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

/** What is wrong with the place where things are stored; null where it is something else. */
export function storageProblem(error: unknown): StorageProblem | null {
  const codes = errorCodes(error).map((code) => code.replace(/^(SQLITE_READONLY)_\w+$/, '$1'))
  return codes.map((code) => byCode.get(code)).find((problem) => problem !== undefined) ?? null
}
