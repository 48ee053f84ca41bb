import { expect, it } from 'vitest'

import { storageProblem } from '../../../src/web/problems/storageProblem.ts'

const CODES = {
  'disk-full': ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100'],
  'not-writable': [
    'EACCES',
    'EROFS',
    'SQLITE_READONLY',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_READONLY_DIRECTORY',
    '25006',
  ],
  'database-busy': [
    ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED', 'SQLITE_LOCKED_SHAREDCACHE'],
    ...['SQLITE_PROTOCOL', '40001', '40P01', '55P03', '57014'],
  ],
  'database-unreachable': ['08006', '08P01', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT'],
  'storage-failed': ['EIO', 'EMFILE', 'SQLITE_IOERR', 'SQLITE_IOERR_FSYNC', 'SQLITE_CANTOPEN_ISDIR', '53200', '58030'],
}

const cases = Object.entries(CODES).flatMap(([expected, codes]) => codes.map((code) => [code, expected] as const))

it.each(cases)('an error with the code %s is the problem %s, also as a cause', (code, expected) => {
  const error = Object.assign(new Error('Words of the system.'), { code })
  for (const caught of [error, new Error('Something else.', { cause: error })]) {
    const problem = storageProblem(caught)
    expect(problem).toMatchObject({ code: expected })
    expect(JSON.stringify(problem)).not.toContain('Words of the system')
  }
})

it.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', '23505', '42P01', 'ENOENT'])(
  'an error with %s is none',
  (code) => {
    expect(storageProblem(Object.assign(new Error('A slip of ours.'), { code }))).toBeNull()
  },
)
