import type { Gamebook } from '@llm-gamebook/story'

import { createGamebookFileReader } from '../gamebooks/gamebookFile.ts'
import { type LibraryEntry, readFolder } from '../gamebooks/readFolder.ts'
import { CliError } from './cliError.ts'
import { findGamebookFolder } from './findGamebookFolder.ts'
import type { Terminal } from './terminal.ts'

/** Reads a gamebook with its diagnostics, given its id, folder or file. Throws `CliError` if there is none. */
export async function readGamebookFolder(given: string, terminal: Terminal): Promise<LibraryEntry> {
  const found = await findGamebookFolder(given, terminal)
  return readFolder({ ...found, origin: 'local', badName: null }, createGamebookFileReader())
}

/** Reads a gamebook that can be played. Throws `CliError` for one with errors. */
export async function openGamebook(
  given: string,
  terminal: Terminal,
): Promise<LibraryEntry & { readonly gamebook: Gamebook }> {
  const entry = await readGamebookFolder(given, terminal)
  const { gamebook } = entry
  if (gamebook !== null) return { ...entry, gamebook }
  const errors = entry.diagnostics.filter(({ severity }) => severity === 'error').length
  throw new CliError(
    `${given} has ${errors === 1 ? '1 error' : `${errors} errors`} and can't be played.`,
    `List them with: npm run gamebook -- check ${given}`,
  )
}
