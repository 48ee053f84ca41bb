import { fileDiagnostic } from '@llm-gamebook/story'

import { findFolder, findFolders, type FoundFolder, type GamebookBase } from './findFolders.ts'
import { GamebookNotFoundError, GamebookReadOnlyError } from './gamebookErrors.ts'
import { createGamebookFileReader, GAMEBOOK_FILE, type GamebookFile } from './gamebookFile.ts'
import type { GamebookReader } from './gamebookReader.ts'
import { type LibraryEntry, readFolder } from './readFolder.ts'

export type { LibraryEntry } from './readFolder.ts'

export interface LibraryFolders {
  /** The shipped gamebooks, read-only. */
  readonly example: string
  /** The user's own. */
  readonly local: string
}

/** Finds gamebooks. Every call reads the current files. */
export interface GamebookLibrary {
  readonly folders: LibraryFolders
  /** All gamebooks, shipped ones first, including broken and shadowed ones. */
  list(): Promise<readonly LibraryEntry[]>
  find(id: string): Promise<LibraryEntry | undefined>
  /** The file without its image, which is faster. */
  findFile(id: string): Promise<GamebookFile | undefined>
  /** Throws `GamebookNotFoundError`. */
  get(id: string): Promise<LibraryEntry>
  /** A gamebook that may be changed. Throws `GamebookNotFoundError`, `GamebookReadOnlyError`. */
  getOwn(id: string): Promise<LibraryEntry>
}

export function createLibrary(folders: LibraryFolders, reader?: GamebookReader): GamebookLibrary {
  const readFile = createGamebookFileReader(reader)
  const read = (found: FoundFolder) => readFolder(found, readFile)

  const bases: readonly GamebookBase[] = [
    { origin: 'example', folder: folders.example },
    { origin: 'local', folder: folders.local },
  ]

  const locate = (id: string): FoundFolder | undefined => {
    for (const base of bases) {
      const found = findFolder(base, id)
      if (found !== undefined) return found
    }
    return undefined
  }

  const library: GamebookLibrary = {
    folders,
    async list() {
      const found = (await Promise.all(bases.map(findFolders))).flat()
      const examples = new Set(found.filter(({ origin }) => origin === 'example').map(({ id }) => id))
      return Promise.all(
        found.map(async (folder) => {
          const isShadowed = folder.origin === 'local' && examples.has(folder.id)
          return isShadowed ? toShadowed(await read(folder)) : read(folder)
        }),
      )
    },
    async find(id) {
      const found = locate(id)
      return found && read(found)
    },
    async findFile(id) {
      const found = locate(id)
      return found && readFile(found.folder)
    },
    async get(id) {
      const entry = await library.find(id)
      if (entry === undefined) throw new GamebookNotFoundError(id)
      return entry
    },
    async getOwn(id) {
      const entry = await library.get(id)
      if (entry.origin !== 'local') throw new GamebookReadOnlyError(id)
      return entry
    },
  }
  return library
}

/** The entry is listed, but its id leads to the shipped gamebook. */
function toShadowed(entry: LibraryEntry): LibraryEntry {
  const message = `A gamebook that comes with the app has the id "${entry.id}" and is used instead.`
  const problem = fileDiagnostic('shadowed-gamebook', GAMEBOOK_FILE, message, 'Rename your folder.')
  return { ...entry, diagnostics: [problem, ...entry.diagnostics], gamebook: null }
}
