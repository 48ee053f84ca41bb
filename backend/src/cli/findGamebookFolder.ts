import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { formatCount } from '@llm-gamebook/story'

import { findFolder } from '../gamebooks/findFolders.ts'
import { GAMEBOOK_FILE } from '../gamebooks/gamebookFile.ts'
import { gamebookFolders } from '../start/gamebookFolders.ts'
import { CliError } from './cliError.ts'
import { readAppConfig } from './readAppConfig.ts'
import type { Terminal } from './terminal.ts'

export interface GamebookFolder {
  /** `namespace/name` */
  readonly id: string
  readonly folder: string
  /** The path of its file. */
  readonly file: string
}

const ANY_FILE = /\.ya?ml$/i

/** Finds a gamebook by its id, its folder or its file, which may have any name that ends in `.yaml`. Throws `CliError` if there is none. */
export async function findGamebookFolder(given: string, terminal: Terminal): Promise<GamebookFolder> {
  const path = resolve(terminal.folder, given)
  const folder = basename(path) === GAMEBOOK_FILE ? dirname(path) : path
  const file = join(folder, GAMEBOOK_FILE)
  if (await isFile(file)) return { id: `${basename(dirname(folder))}/${basename(folder)}`, folder, file }
  if (ANY_FILE.test(path) && (await isFile(path))) return { id: given, folder: dirname(path), file: path }
  const found = findById(given, terminal)
  if (found !== undefined) return { ...found, file: join(found.folder, GAMEBOOK_FILE) }
  return throwNotFound(folder, given)
}

/** A shipped gamebook is used instead of the user's own one with the same id, as in the app. */
function findById(id: string, { environment }: Terminal): Omit<GamebookFolder, 'file'> | undefined {
  const { example, local } = gamebookFolders(readAppConfig(environment).dataFolder)
  const name = id.replace(/\/$/, '')
  return (
    findFolder({ origin: 'example', folder: example }, name) ?? findFolder({ origin: 'local', folder: local }, name)
  )
}

async function throwNotFound(folder: string, given: string): Promise<never> {
  const stats = await stat(folder).catch(() => null)
  if (stats === null)
    throw new CliError(
      `Gamebook not found: "${given}".`,
      'Give the id of a gamebook, such as example/low-water, or the path of its folder or file.',
    )
  if (!stats.isDirectory())
    throw new CliError(
      `"${given}" is not a gamebook.`,
      `Give a .yaml file, or the folder that contains ${GAMEBOOK_FILE}.`,
    )
  const inside = [...(await filesIn(folder)), ...(await gamebooksBelow(folder, 2))]
  throw new CliError(
    `The folder "${given}" contains no ${GAMEBOOK_FILE}.`,
    inside.length === 0
      ? 'Give the path of a folder that contains one.'
      : `Choose one of the gamebooks in it: ${listPaths(inside.map((below) => join(given, below)))}`,
  )
}

const MAX_LISTED = 20
/** A folder may hold anything: what is looked for in it is only a hint. */
const MAX_FOLDERS = 200

function listPaths(paths: readonly string[]): string {
  const more = paths.length > MAX_LISTED ? ` and ${formatCount(paths.length - MAX_LISTED, 'other')}` : ''
  return `${paths.slice(0, MAX_LISTED).join(', ')}${more}`
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile() && ANY_FILE.test(entry.name)).map(({ name }) => name)
}

async function gamebooksBelow(folder: string, depth: number): Promise<readonly string[]> {
  if (depth === 0) return []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .slice(0, MAX_FOLDERS)
      .map(async ({ name }) => {
        if (await isFile(join(folder, name, GAMEBOOK_FILE))) return [name]
        return (await gamebooksBelow(join(folder, name), depth - 1)).map((inner) => join(name, inner))
      }),
  )
  return below.flat()
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  )
