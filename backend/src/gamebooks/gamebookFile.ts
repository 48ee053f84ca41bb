import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, fileDiagnostic, type GamebookReport, readGamebook } from '@llm-gamebook/story'

import { hashSource } from '../db/models/gamebookVersion.ts'

export const GAMEBOOK_FILE = 'llm-gamebook.yaml'
export const MAX_SOURCE_BYTES = 2 * 1024 * 1024

export interface GamebookFile extends GamebookReport {
  /** Empty where the file cannot be read. */
  readonly text: string
  /** Content hash of the text. */
  readonly version: string
}

/** Reads the file of a folder; again only after it has changed. Never throws for what is in it. */
export function createGamebookFileReader(): (folder: string) => Promise<GamebookFile> {
  const cached = new Map<string, { readonly stamp: string; readonly file: GamebookFile }>()

  return async (folder) => {
    const path = join(folder, GAMEBOOK_FILE)
    // Taken before the file is read: a change in between is then found at the next look.
    const stats = await stat(path).catch(() => null)
    if (stats === null || !stats.isFile()) return unreadable(fileMissing())
    if (stats.size > MAX_SOURCE_BYTES) return unreadable(fileTooLarge())
    const stamp = [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino].join()
    const known = cached.get(path)
    if (known?.stamp === stamp) return known.file
    const file = await readFile(path).then(parseFile, () => unreadable(fileMissing()))
    cached.set(path, { stamp, file })
    return file
  }
}

function parseFile(source: Uint8Array): GamebookFile {
  const { diagnostics, gamebook } = readGamebook(source, { file: GAMEBOOK_FILE })
  return { diagnostics, gamebook, text: new TextDecoder().decode(source), version: hashSource(source) }
}

function unreadable(diagnostic: Diagnostic): GamebookFile {
  return { diagnostics: [diagnostic], gamebook: null, text: '', version: hashSource('') }
}

function fileMissing(): Diagnostic {
  const hint = 'Put a file of that name there that you may read, or remove the folder.'
  return fileDiagnostic('file-missing', GAMEBOOK_FILE, `The folder has no ${GAMEBOOK_FILE} that can be read.`, hint)
}

function fileTooLarge(): Diagnostic {
  return fileDiagnostic('file-too-large', GAMEBOOK_FILE, 'The file is larger than 2 MiB.', 'Make it shorter.')
}
