import { type Diagnostic, fileDiagnostic } from '@llm-gamebook/story'

import type { FoundFolder } from './findFolders.ts'
import { GAMEBOOK_FILE, type GamebookFile } from './gamebookFile.ts'
import { type GamebookImage, inspectImage } from './inspectImage.ts'

/** A folder with its gamebook and its image. */
export interface LibraryEntry extends FoundFolder, GamebookFile {
  readonly image: GamebookImage | null
}

/** A gamebook with the diagnostics of its folder, its file and its image. */
export async function readFolder(
  found: FoundFolder,
  readFile: (folder: string) => Promise<GamebookFile>,
): Promise<LibraryEntry> {
  if (found.badName !== null) return unusable(found, found.badName)
  const file = await readFile(found.folder)
  if (file.gamebook?.image == null) return { ...found, ...file, image: null }
  const { image, problem } = await inspectImage(found.folder, file.gamebook.image)
  if (problem === null) return { ...found, ...file, image }
  return {
    ...found,
    ...file,
    image: null,
    diagnostics: [...file.diagnostics, { ...problem, file: GAMEBOOK_FILE, line: lineOfImage(file.text) }],
    gamebook: problem.severity === 'error' ? null : file.gamebook,
  }
}

function unusable(found: FoundFolder, name: string): LibraryEntry {
  const hint = 'Rename the folder: lowercase letters, digits and single hyphens, at most 64 characters.'
  const problem = fileDiagnostic('bad-folder-name', name, `"${name}" can't be a gamebook folder.`, hint)
  return { ...found, diagnostics: [problem], gamebook: null, text: '', version: '', image: null }
}

const lineOfImage = (text: string): Diagnostic['line'] =>
  Math.max(1, text.split('\n').findIndex((line) => /^["']?image["']?\s*:/.test(line)) + 1)
