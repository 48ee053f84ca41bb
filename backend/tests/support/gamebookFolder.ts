import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { LibraryFolders } from '../../src/gamebooks/library.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A new folder with these files, by their paths in it. */
export async function makeFolder(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gamebook-test-'))
  await addFiles(folder, files)
  return folder
}

export async function addFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

export async function makeLibraryFolders(example: Files = {}, local: Files = {}): Promise<LibraryFolders> {
  return { example: await makeFolder(example), local: await makeFolder(local) }
}
