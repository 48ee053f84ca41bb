import { copyFile, mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { toKebab } from '@llm-gamebook/story'

import { writeFileAtomically } from '../writeFileAtomically.ts'
import { GAMEBOOK_FILE } from './gamebookFile.ts'
import type { GamebookLibrary, LibraryEntry } from './library.ts'
import { starterSource } from './starterSource.ts'

/** The namespace of what is made here. */
const OWN_NAMESPACE = 'my'
const MAX_NAME = 56

/** Begins a gamebook of the user's own; without a text, one that can be played at once. */
export async function createGamebook(library: GamebookLibrary, title: string, yaml?: string): Promise<LibraryEntry> {
  return fillFolder(library, toKebab(title), (folder) =>
    writeFileAtomically(join(folder, GAMEBOOK_FILE), yaml ?? starterSource(title)),
  )
}

/** Replaces the text of a file, right or wrong: what is wrong with it is told. */
export async function writeSource(library: GamebookLibrary, id: string, yaml: string): Promise<LibraryEntry> {
  const { folder } = await library.getOwn(id)
  await writeFileAtomically(join(folder, GAMEBOOK_FILE), yaml)
  return library.get(id)
}

export async function removeGamebook(library: GamebookLibrary, id: string): Promise<void> {
  const { folder } = await library.getOwn(id)
  await rm(folder, { recursive: true })
}

/** Copies the text and the picture of any gamebook into the user's own folder. */
export async function forkGamebook(library: GamebookLibrary, id: string): Promise<LibraryEntry> {
  const origin = await library.get(id)
  return fillFolder(library, basename(origin.folder), async (folder) => {
    await writeFileAtomically(join(folder, GAMEBOOK_FILE), origin.text)
    if (origin.image === null || origin.gamebook?.image == null) return
    const image = join(folder, origin.gamebook.image)
    await mkdir(dirname(image), { recursive: true })
    await copyFile(origin.image.file, image)
  })
}

/** A new gamebook, or nothing at all. */
async function fillFolder(
  library: GamebookLibrary,
  wanted: string,
  fill: (folder: string) => Promise<void>,
): Promise<LibraryEntry> {
  const { id, folder } = await makeFolder(library, wanted)
  try {
    await fill(folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return library.get(id)
}

/** A new folder of that name, or of the first free one after it. */
async function makeFolder({ folders }: GamebookLibrary, wanted: string): Promise<{ id: string; folder: string }> {
  const stem = wanted.slice(0, MAX_NAME).replace(/-+$/, '') || 'gamebook'
  const namespace = join(folders.local, OWN_NAMESPACE)
  await mkdir(namespace, { recursive: true })
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`
    const folder = join(namespace, name)
    if (await makeNew(folder)) return { id: `${OWN_NAMESPACE}/${name}`, folder }
  }
}

const makeNew = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
      throw error
    },
  )
