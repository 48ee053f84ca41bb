import { readdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { forkGamebook } from '../../src/gamebooks/changeLibrary.ts'
import { createLibrary, type GamebookLibrary } from '../../src/gamebooks/library.ts'
import { makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID } from '../support/garden.ts'
import { PNG } from '../support/pictures.ts'

const openLibrary = async () =>
  createLibrary(
    await makeLibraryFolders({
      'test/garden/llm-gamebook.yaml': `${GARDEN}image: pictures/cover.png\n`,
      'test/garden/pictures/cover.png': PNG,
      'test/garden/notes.txt': 'These are for nobody else.',
    }),
  )

const filesOf = async ({ folders }: GamebookLibrary) => (await readdir(folders.local, { recursive: true })).sort()

describe('a fork', () => {
  it('has only the text and the image', async () => {
    const library = await openLibrary()
    await symlink('/', join(library.folders.example, 'test/garden/everything'))
    const fork = await forkGamebook(library, GARDEN_ID)
    expect(fork).toMatchObject({ id: 'my/garden', image: { mediaType: 'image/png' } })
    expect(await readdir(fork.folder, { recursive: true })).toEqual(
      expect.arrayContaining(['llm-gamebook.yaml', 'pictures', join('pictures', 'cover.png')]),
    )
    expect(await readdir(fork.folder, { recursive: true })).toHaveLength(3)
  })

  it('leaves nothing behind if the image is gone before it is copied', async () => {
    const library = await openLibrary()
    const origin = await library.get(GARDEN_ID)
    await rename(join(origin.folder, 'pictures'), join(origin.folder, 'gone'))
    const fork = forkGamebook({ ...library, get: async () => origin }, GARDEN_ID)
    await expect(fork).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await filesOf(library)).toEqual(['my'])
  })
})
