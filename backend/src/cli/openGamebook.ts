import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Gamebook } from '@llm-gamebook/story'

import { createGamebookFileReader, GAMEBOOK_FILE } from '../gamebooks/gamebookFile.ts'
import { type LibraryEntry, readFolder } from '../gamebooks/readFolder.ts'
import { CliError } from './cliError.ts'

/** The gamebook of a folder with all that is wrong with it. Throws `CliError` where there is none. */
export async function openFolder(path: string, from: string): Promise<LibraryEntry> {
  const given = resolve(from, path)
  const folder = basename(given) === GAMEBOOK_FILE ? dirname(given) : given
  await expectGamebook(folder, path)
  const id = `${basename(dirname(folder))}/${basename(folder)}`
  return readFolder({ id, origin: 'local', folder, badName: null }, createGamebookFileReader())
}

/** A gamebook that can be played. Throws `CliError` for one with errors. */
export async function openGamebook(
  path: string,
  from: string,
): Promise<LibraryEntry & { readonly gamebook: Gamebook }> {
  const entry = await openFolder(path, from)
  const { gamebook } = entry
  if (gamebook !== null) return { ...entry, gamebook }
  const errors = entry.diagnostics.filter(({ severity }) => severity === 'error').length
  throw new CliError(
    `${path} has ${errors === 1 ? 'an error' : `${errors} errors`} and cannot be played.`,
    `See them with: npm run gamebook -- check ${path}`,
  )
}

async function expectGamebook(folder: string, path: string): Promise<void> {
  const stats = await stat(folder).catch(() => null)
  if (stats === null)
    throw new CliError(
      `There is no folder "${path}".`,
      'Give the path of a folder that holds a gamebook, such as gamebooks/example/low-water.',
    )
  if (!stats.isDirectory())
    throw new CliError(`"${path}" is no folder.`, `Give the folder in which the file ${GAMEBOOK_FILE} lies.`)
  if (await isFile(join(folder, GAMEBOOK_FILE))) return
  const inside = await gamebooksBelow(folder, 2)
  throw new CliError(
    `The folder "${path}" holds no ${GAMEBOOK_FILE}.`,
    inside.length === 0
      ? 'Give the path of a folder that holds one.'
      : `There are gamebooks below it: ${inside.map((below) => join(path, below)).join(', ')}`,
  )
}

async function gamebooksBelow(folder: string, depth: number): Promise<readonly string[]> {
  if (depth === 0) return []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
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
