import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isFolderName } from '@llm-gamebook/story'

import { statNow } from './statNow.ts'

export type GamebookOrigin = 'example' | 'local'

export interface GamebookBase {
  readonly origin: GamebookOrigin
  readonly folder: string
}

export interface FoundFolder {
  /** `namespace/name`, from the path alone. */
  readonly id: string
  readonly origin: GamebookOrigin
  readonly folder: string
  /** The first of the two names that is not allowed; null if both are. */
  readonly badName: string | null
}

/** Every folder exactly two levels below the base. A missing base is empty. */
export async function findFolders({ origin, folder }: GamebookBase): Promise<readonly FoundFolder[]> {
  const namespaces = await listFolders(folder)
  const found = await Promise.all(
    namespaces.map(async (namespace) => {
      if (!isFolderName(namespace))
        return [{ id: namespace, origin, folder: join(folder, namespace), badName: namespace }]
      const names = await listFolders(join(folder, namespace))
      return names.map((name) => ({
        id: `${namespace}/${name}`,
        origin,
        folder: join(folder, namespace, name),
        badName: isFolderName(name) ? null : name,
      }))
    }),
  )
  return found.flat()
}

/** The folder of one gamebook; undefined if the id is not an allowed `namespace/name`. */
export function findFolder({ origin, folder: base }: GamebookBase, id: string): FoundFolder | undefined {
  const names = id.split('/')
  if (names.length !== 2 || !names.every(isFolderName)) return undefined
  const folder = join(base, ...names)
  return isFolder(folder) ? { id, origin, folder, badName: null } : undefined
}

async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => [])
  const named = entries.filter(({ name }) => !name.startsWith('.'))
  const isOne = (entry: Dirent): boolean =>
    entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(folder, entry.name)))
  return named
    .filter(isOne)
    .map(({ name }) => name)
    .sort()
}

const isFolder = (path: string): boolean => statNow(path)?.isDirectory() ?? false
