import { basename } from 'node:path'
import type { Gamebook } from '@llm-gamebook/story'

import { createGamebookFileReader, GAMEBOOK_FILE, readGamebookFile } from '../gamebooks/gamebookFile.ts'
import { type LibraryEntry, readFolder } from '../gamebooks/readFolder.ts'
import { CliError } from './cliError.ts'
import { findGamebookFolder } from './findGamebookFolder.ts'
import type { Terminal } from './terminal.ts'

/** Reads a gamebook with its diagnostics, given its id, folder or file. Throws `CliError` if there is none. */
export async function readGamebookAt(given: string, terminal: Terminal): Promise<OpenedFile> {
  const { file, ...found } = await findGamebookFolder(given, terminal)
  const folder = { ...found, origin: 'local' as const, badName: null }
  if (basename(file) !== GAMEBOOK_FILE) return { ...folder, ...(await readGamebookFile(file)), image: null, file }
  return { ...(await readFolder(folder, createGamebookFileReader())), file }
}

export interface OpenedFile extends LibraryEntry {
  /** The path of its file. */
  readonly file: string
}

/** Reads a gamebook that can be played. Throws `CliError` for one with errors. */
export async function openGamebook(
  given: string,
  terminal: Terminal,
): Promise<OpenedFile & { readonly gamebook: Gamebook }> {
  const entry = await readGamebookAt(given, terminal)
  const { gamebook } = entry
  if (gamebook !== null) return { ...entry, gamebook }
  const errors = entry.diagnostics.filter(({ severity }) => severity === 'error').length
  throw new CliError(
    `${given} has ${errors === 1 ? '1 error' : `${errors} errors`} and can't be played.`,
    `List them with: npm run gamebook -- check ${given}`,
  )
}
