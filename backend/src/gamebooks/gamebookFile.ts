import { basename, join } from 'node:path'
import { type Diagnostic, fileDiagnostic, type GamebookReport } from '@llm-gamebook/story'

import { hashSource } from '../db/models/gamebookVersion.ts'
import { readFileAtMost } from '../readFileAtMost.ts'
import { createGamebookReader, GAMEBOOK_FILE, type GamebookReader } from './gamebookReader.ts'
import { statNow } from './statNow.ts'

export { GAMEBOOK_FILE }
export const MAX_SOURCE_BYTES = 2 * 1024 * 1024

export interface GamebookFile extends GamebookReport {
  /** Empty if the file can't be read. */
  readonly text: string
  /** Content hash of the text. */
  readonly version: string
}

/** Reads the file of a folder and caches it until the file changes. Never throws for its content. */
export function createGamebookFileReader(
  read: GamebookReader = createGamebookReader(),
): (folder: string) => Promise<GamebookFile> {
  const cached = new Map<string, { readonly stamp: string; readonly file: Promise<GamebookFile> }>()

  return async (folder) => {
    const path = join(folder, GAMEBOOK_FILE)
    // The stamp is older than the content: the next call then finds a change in between.
    const stats = statNow(path)
    if (stats === null || !stats.isFile()) return unreadable(fileMissing(path))
    if (stats.size > MAX_SOURCE_BYTES) return unreadable(fileTooLarge())
    const stamp = [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino].join()
    const known = cached.get(path)
    if (known?.stamp === stamp) return known.file
    const file = readSource(path, read)
    cached.set(path, { stamp, file })
    return file
  }
}

/** Reads a gamebook file of any name. Never throws for its content. */
export async function readGamebookFile(
  path: string,
  read: GamebookReader = createGamebookReader(),
): Promise<GamebookFile> {
  const stats = statNow(path)
  return stats?.isFile() === true ? readSource(path, read) : unreadable(fileMissing(path))
}

async function readSource(path: string, read: GamebookReader): Promise<GamebookFile> {
  const source = await readFileAtMost(path, MAX_SOURCE_BYTES).catch(() => undefined)
  if (source === undefined) return unreadable(fileMissing(path))
  if (source === null) return unreadable(fileTooLarge())
  const { diagnostics, gamebook } = await read(source)
  return { diagnostics, gamebook, text: new TextDecoder().decode(source), version: hashSource(source) }
}

function unreadable(diagnostic: Diagnostic): GamebookFile {
  return { diagnostics: [diagnostic], gamebook: null, text: '', version: hashSource('') }
}

function fileMissing(path: string): Diagnostic {
  if (basename(path) !== GAMEBOOK_FILE)
    return fileDiagnostic('file-missing', GAMEBOOK_FILE, "The file can't be read.", 'Fix its permissions.')
  const hint = 'Add one, fix its permissions, or remove the folder.'
  return fileDiagnostic('file-missing', GAMEBOOK_FILE, `The folder has no readable ${GAMEBOOK_FILE}.`, hint)
}

function fileTooLarge(): Diagnostic {
  return fileDiagnostic('file-too-large', GAMEBOOK_FILE, 'The file is larger than 2 MiB.', 'Make it shorter.')
}
