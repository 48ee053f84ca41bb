import { copyFile, mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { toKebab, trimCharacters } from '@llm-gamebook/story'

import { createFolder } from '../createFolder.ts'
import { writeFileAtomically } from '../writeFileAtomically.ts'
import { GAMEBOOK_FILE } from './gamebookFile.ts'
import type { GamebookLibrary, LibraryEntry } from './library.ts'
import { starterSource } from './starterSource.ts'
import { oneAtATime } from '../oneAtATime.ts'

/** The namespace of gamebooks that the app creates. */
const OWN_NAMESPACE = 'my'
const MAX_NAME = 56

/** Creates a gamebook in the user's folder; without `yaml`, a small playable one. */
export async function createGamebook(library: GamebookLibrary, title: string, yaml?: string): Promise<LibraryEntry> {
  return fillFolder(library, toKebab(title), (folder) =>
    writeFileAtomically(join(folder, GAMEBOOK_FILE), yaml ?? starterSource(title)),
  )
}

/** Replaces the source of a gamebook, even with errors, which the result lists. */
export async function writeSource(library: GamebookLibrary, id: string, yaml: string): Promise<LibraryEntry> {
  await oneAtATime(library.folders.local, async () => {
    const { folder } = await library.getOwn(id)
    await writeFileAtomically(join(folder, GAMEBOOK_FILE), yaml)
  })
  return library.get(id)
}

export async function removeGamebook(library: GamebookLibrary, id: string): Promise<void> {
  await oneAtATime(library.folders.local, async () => {
    const { folder } = await library.getOwn(id)
    await rm(folder, { recursive: true })
  })
}

/** Copies the source and the image of a gamebook into the user's folder. */
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

/** Creates a gamebook; a failure leaves no folder behind. */
async function fillFolder(
  library: GamebookLibrary,
  wanted: string,
  fill: (folder: string) => Promise<void>,
): Promise<LibraryEntry> {
  const id = await oneAtATime(library.folders.local, async () => {
    const made = await makeFolder(library, wanted)
    try {
      await fill(made.folder)
    } catch (error) {
      await rm(made.folder, { recursive: true, force: true })
      throw error
    }
    return made.id
  })
  return library.get(id)
}

/** Creates a folder with this name, or with the first free number after it. */
async function makeFolder({ folders }: GamebookLibrary, wanted: string): Promise<{ id: string; folder: string }> {
  const stem = trimCharacters(wanted.slice(0, MAX_NAME), /-/, 'end') || 'gamebook'
  const namespace = join(folders.local, OWN_NAMESPACE)
  await createFolder(namespace)
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
