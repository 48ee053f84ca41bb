import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'

import { systemClock } from '../../clock.ts'
import { backupFolder, listBackups } from '../../db/backups/backupFiles.ts'
import { listUpgradeCopies } from '../../db/backups/upgradeCopies.ts'
import { escapeControls } from '../../escapeControls.ts'
import type { Config } from '../../start/config.ts'
import { lockDataFolder } from '../../start/dataFolderLock.ts'
import { StartupError } from '../../start/startupError.ts'
import { CliError } from '../cliError.ts'
import { readAppConfig } from '../readAppConfig.ts'
import type { Terminal } from '../terminal.ts'
import { checkBackup } from './checkBackup.ts'
import { replaceDatabase } from './replaceDatabase.ts'

type Shell = Pick<Terminal, 'write' | 'folder' | 'environment'>

/** Lists the backups of the database, or replaces the database by the one that is named. Returns the exit status. */
export async function restore(args: readonly string[], given: Shell): Promise<number> {
  const terminal = { ...given, write: (text: string) => given.write(escapeControls(text)) }
  try {
    const { dataFolder, database } = readAppConfig(terminal.environment)
    const file = fileOf(database)
    const [name, another] = args
    if (another !== undefined) throw new CliError(`Too many backups: "${another}".`, HOW)
    if (name === undefined || name === '--help') terminal.write(await describeBackups(file))
    else terminal.write(await restoreFile(file, await findBackup(file, name, terminal.folder), dataFolder))
    return 0
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    terminal.write(`${error.message}\n→ ${error.hint}\n`)
    return 2
  }
}

const HOW = 'Give the name or the path of one: npm run restore -- <backup>'

function fileOf(database: Config['database']): string {
  if (database.kind === 'sqlite') return database.file
  throw new CliError('The database is PostgreSQL, which this command does not restore.', 'Use pg_restore or psql.')
}

async function describeBackups(file: string): Promise<string> {
  const paths = [...(await listUpgradeCopies(file)), ...(await listBackups(file))]
  if (paths.length === 0) return `There are no backups in ${backupFolder(file)} yet.\n`
  const found = await Promise.all(paths.map(async (path) => ({ path, ...(await readStat(path)) })))
  const lines = found
    .toSorted((one, other) => other.mtimeMs - one.mtimeMs)
    .map(({ path, size }) => `  ${basename(path)}  ${formatSize(size)}`)
  return `Backups of ${file}, newest first:\n${lines.join('\n')}\n\n${HOW}\n`
}

async function readStat(path: string): Promise<{ size: number; mtimeMs: number }> {
  const { size, mtimeMs } = await stat(path)
  return { size, mtimeMs }
}

const formatSize = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

/** A name from the list, or a path. */
async function findBackup(file: string, name: string, folder: string): Promise<string> {
  const listed = [...(await listUpgradeCopies(file)), ...(await listBackups(file))]
  const path = listed.find((one) => basename(one) === name) ?? resolve(folder, name)
  if (existsSync(path)) return path
  throw new CliError(`There is no backup called "${name}".`, 'List them with: npm run restore')
}

async function restoreFile(file: string, backup: string, dataFolder: string): Promise<string> {
  checkBackup(backup)
  const lock = await lockDataFolder(dataFolder).catch((error: unknown) => {
    if (!(error instanceof StartupError)) throw error
    throw new CliError(`LLM Gamebook is running with the data folder ${dataFolder}.`, 'Stop it, then restore again.')
  })
  try {
    const replaced = await replaceDatabase(file, backup, systemClock.now())
    const aside = replaced === null ? '' : `The database that it replaces is kept as ${replaced}.\n`
    return `Restored ${backup}.\n${aside}Start LLM Gamebook to use it.\n`
  } finally {
    lock.release()
  }
}
