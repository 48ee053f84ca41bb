import type { Config } from './config.ts'
import { errorCodes } from '../errorCodes.ts'
import { StartupError } from './startupError.ts'

type Tell = (config: Config) => string

/** Why the server did not start, in one sentence that says what to do; null for a fault that nobody foresaw. */
export function toStartupError(error: unknown, config: Config): string | null {
  if (error instanceof StartupError) return error.message
  const [tell] = errorCodes(error).flatMap((code) => byCode.get(code) ?? [])
  return tell === undefined ? null : tell(config)
}

const databaseName = ({ database }: Config): string =>
  database.kind === 'sqlite' ? database.file : `PostgreSQL at ${new URL(database.url).host}`

const portTaken: Tell = ({ port }) =>
  `Port ${port} is taken, perhaps by LLM Gamebook itself: open its page, or set LLM_GAMEBOOK_PORT to another one.`
const portForbidden: Tell = ({ port, dataFolder }) =>
  `Port ${port} or the data folder ${dataFolder} is not open to this user: let the user that runs the server in, ` +
  'or set LLM_GAMEBOOK_PORT or LLM_GAMEBOOK_DATA_DIR to another one.'
const notWritable: Tell = ({ dataFolder }) =>
  `The data folder ${dataFolder} cannot be written: let the user that runs the server write there, ` +
  'or set LLM_GAMEBOOK_DATA_DIR to another folder.'
const noFolder: Tell = ({ dataFolder }) =>
  `The data folder ${dataFolder} cannot be made, as something on its path is no folder: ` +
  'set LLM_GAMEBOOK_DATA_DIR to another one.'
const noFile: Tell = ({ dataFolder }) =>
  `In the data folder ${dataFolder}, a folder has the name of the secret or another file of LLM Gamebook: ` +
  'move it away, then start again.'
const diskFull: Tell = ({ dataFolder }) =>
  `There is no room left on the disk of the data folder ${dataFolder}: make room, then start again.`
const noDatabase: Tell = (config) =>
  `The file ${databaseName(config)} is no database, or a broken one: put it back from a backup, ` +
  'or move it away to begin with an empty one.'
const unknownHost: Tell = (config) =>
  config.database.kind === 'sqlite'
    ? unknownAddress(config)
    : `The address ${config.host} or that of ${databaseName(config)} is not known: ` +
      'check LLM_GAMEBOOK_HOST and DATABASE_URL.'
const unknownAddress: Tell = ({ host }) =>
  `The address ${host} is none of this machine: set LLM_GAMEBOOK_HOST to one that is, or leave it out for 127.0.0.1.`
const databaseDown: Tell = (config) =>
  `${databaseName(config)} cannot be reached: start it, or check the host and the port in DATABASE_URL.`
const databaseRefuses: Tell = (config) =>
  `${databaseName(config)} does not let LLM Gamebook in: check the user, the password and the database in DATABASE_URL.`

const byCode: ReadonlyMap<string, Tell> = new Map([
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
  ['SQLITE_CORRUPT', noDatabase],
  ['SQLITE_NOTADB', noDatabase],
  ['EAI_AGAIN', unknownHost],
  ['ENOTFOUND', unknownHost],
  ['EADDRNOTAVAIL', unknownAddress],
  ['ECONNREFUSED', databaseDown],
  ['EHOSTUNREACH', databaseDown],
  ['ETIMEDOUT', databaseDown],
  ['28000', databaseRefuses],
  ['28P01', databaseRefuses],
  ['3D000', databaseRefuses],
])
