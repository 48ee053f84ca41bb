import type { Config } from './config.ts'
import { isDamage } from '../db/databaseHealth.ts'
import { UnsupportedDatabaseError } from '../db/unsupportedDatabaseError.ts'
import { errorCodes } from '../errorCodes.ts'
import { StartupError } from './startupError.ts'

type Describe = (config: Config) => string

/** Why the server did not start, in one sentence that says what to do; null for an unexpected error. */
export function toStartupError(error: unknown, config: Config): string | null {
  if (error instanceof StartupError) return error.message
  if (error instanceof UnsupportedDatabaseError) return byMaker[error.madeBy](config)
  if (isDamage(error)) return damaged(config)
  const [describe] = errorCodes(error).flatMap((code) => byCode.get(code) ?? [])
  return describe === undefined ? null : describe(config)
}

const databaseName = ({ database }: Config): string =>
  database.kind === 'sqlite' ? database.file : `PostgreSQL at ${new URL(database.url).host}`

const portTaken: Describe = ({ port }) =>
  `Port ${port} is in use, perhaps by LLM Gamebook itself: open its page, or set LLM_GAMEBOOK_PORT to another one.`
const portForbidden: Describe = ({ port, dataFolder }) =>
  `Port ${port} or the data folder ${dataFolder} isn't accessible to this user: grant access, ` +
  'or set LLM_GAMEBOOK_PORT or LLM_GAMEBOOK_DATA_DIR to another one.'
const notWritable: Describe = ({ dataFolder }) =>
  `The data folder ${dataFolder} isn't writable: give the server's user write access, ` +
  'or set LLM_GAMEBOOK_DATA_DIR to another folder.'
const noFolder: Describe = ({ dataFolder }) =>
  `The data folder ${dataFolder} can't be created because part of its path is not a folder: ` +
  'set LLM_GAMEBOOK_DATA_DIR to another one.'
const noFile: Describe = ({ dataFolder }) =>
  `In the data folder ${dataFolder}, a folder has the name of one of LLM Gamebook's files, such as its secret: ` +
  'move it away, then start again.'
const diskFull: Describe = ({ dataFolder }) =>
  `The disk of the data folder ${dataFolder} is full: free some space, then start again.`
const diskFails: Describe = ({ dataFolder }) =>
  `The disk of the data folder ${dataFolder} doesn't store changes: check the disk, then start again.`
const databaseLocked: Describe = (config) =>
  `${databaseName(config)} is locked by another program: close that program, then start again.`
const damaged: Describe = (config) =>
  `${databaseName(config)} is not a database or is damaged: restore a backup, which "npm run restore" lists, ` +
  'or move it away to start with an empty one.'
const newerVersion: Describe = (config) =>
  `${databaseName(config)} was changed by a newer version of LLM Gamebook: update LLM Gamebook, or restore ` +
  'an older backup, which "npm run restore" lists.'
const otherProgram: Describe = (config) =>
  `${databaseName(config)} contains tables of another program: ` +
  `set ${config.database.kind === 'sqlite' ? 'LLM_GAMEBOOK_DATA_DIR to another folder' : 'DATABASE_URL to an empty database'}.`
const unknownHost: Describe = (config) =>
  config.database.kind === 'sqlite'
    ? unknownAddress(config)
    : `The address ${config.host} or that of ${databaseName(config)} can't be resolved: ` +
      'check LLM_GAMEBOOK_HOST and DATABASE_URL.'
const unknownAddress: Describe = ({ host }) =>
  `${host} is not an address of this machine: set LLM_GAMEBOOK_HOST to one that is, or unset it for 127.0.0.1.`
const databaseDown: Describe = (config) =>
  `${databaseName(config)} can't be reached: start it, or check the host and the port in DATABASE_URL.`
const databaseRefuses: Describe = (config) =>
  `${databaseName(config)} rejected the connection: check the user, the password and the database in DATABASE_URL.`

const byMaker = { 'newer-version': newerVersion, 'other-program': otherProgram }

const byCode: ReadonlyMap<string, Describe> = new Map([
  ['EADDRINUSE', portTaken],
  ['EACCES', portForbidden],
  ['EPERM', notWritable],
  ['EROFS', notWritable],
  ['SQLITE_CANTOPEN', notWritable],
  ['SQLITE_READONLY', notWritable],
  ['SQLITE_READONLY_DIRECTORY', notWritable],
  ['EEXIST', noFolder],
  ['ENOENT', noFolder],
  ['ENOTDIR', noFolder],
  ['EISDIR', noFile],
  ['EDQUOT', diskFull],
  ['ENOSPC', diskFull],
  ['SQLITE_FULL', diskFull],
  ['EIO', diskFails],
  ['SQLITE_IOERR', diskFails],
  ['WRITE_QUEUE', diskFails],
  ['WRITE_UNCONFIRMED', diskFails],
  ['WRITER_ENDED', diskFails],
  ['SQLITE_BUSY', databaseLocked],
  ['EAI_AGAIN', unknownHost],
  ['ENOTFOUND', unknownHost],
  ['EADDRNOTAVAIL', unknownAddress],
  ['ECONNREFUSED', databaseDown],
  ['EHOSTUNREACH', databaseDown],
  ['ETIMEDOUT', databaseDown],
  ['28000', databaseRefuses],
  ['28P01', databaseRefuses],
  ['3D000', databaseRefuses],
  ['42P07', otherProgram],
])
