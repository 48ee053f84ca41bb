import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { createLibrary, type GamebookLibrary } from '../../src/gamebooks/library.ts'
import { addFiles, type Files, makeFolder, makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { AVIF, GIF, JPEG, PNG, SVG, WEBP } from '../support/pictures.ts'

const FILE = 'llm-gamebook.yaml'
const withImage = (path: string) => `${GARDEN}image: ${path}\n`

async function openLibrary(example: Files, local: Files = {}): Promise<GamebookLibrary> {
  return createLibrary(await makeLibraryFolders(example, local))
}

/** What is said of the only gamebook. */
async function inspect(files: Files) {
  const library = await openLibrary(files)
  const [entry] = await library.list()
  if (entry === undefined) throw new Error('No gamebook is listed.')
  const { gamebook, diagnostics, image } = entry
  return { id: entry.id, isPlayable: gamebook !== null, codes: diagnostics.map(({ code }) => code), diagnostics, image }
}

describe('the library', () => {
  it("lists the shipped gamebooks, then the user's, each by its path", async () => {
    const library = await openLibrary(
      { [`b/two/${FILE}`]: GARDEN, [`a/one/${FILE}`]: GARDEN },
      { [`a/three/${FILE}`]: GARDEN },
    )
    expect((await library.list()).map(({ id, origin }) => [id, origin])).toEqual([
      ['a/one', 'example'],
      ['b/two', 'example'],
      ['a/three', 'local'],
    ])
  })

  it('is empty if its folders are missing', async () => {
    expect(await createLibrary({ example: '/nowhere/a', local: '/nowhere/b' }).list()).toEqual([])
  })

  it('ignores files, hidden names and deeper folders', async () => {
    const library = await openLibrary({
      'README.md': '',
      [`.hidden/one/${FILE}`]: GARDEN,
      [`a/.hidden/${FILE}`]: GARDEN,
      'a/notes.txt': '',
      [`a/one/${FILE}`]: GARDEN,
      [`a/one/deeper/${FILE}`]: GARDEN,
    })
    expect((await library.list()).map(({ id }) => id)).toEqual(['a/one'])
  })

  it('ignores a link to a file, and follows one to a folder', async () => {
    const folders = await makeLibraryFolders({ 'a/notes.txt': '' })
    const elsewhere = await makeFolder({ [FILE]: GARDEN })
    await symlink(join(folders.example, 'a/notes.txt'), join(folders.example, 'a/notes'))
    await symlink(join(folders.example, 'nothing'), join(folders.example, 'a/nothing'))
    await symlink(elsewhere, join(folders.example, 'a/one'))
    expect((await createLibrary(folders).list()).map(({ id }) => id)).toEqual(['a/one'])
  })

  it('lists a broken gamebook with its problems beside the others', async () => {
    const library = await openLibrary({
      [`a/broken/${FILE}`]: 'title: [',
      'a/empty/notes.txt': '',
      [`a/fine/${FILE}`]: GARDEN,
      [`a/huge/${FILE}`]: `title: x\n${'# padding\n'.repeat(500_000)}`,
    })
    const entries = await library.list()
    expect(entries.map(({ id, gamebook, diagnostics }) => [id, gamebook !== null, diagnostics[0]?.code])).toEqual([
      ['a/broken', false, 'yaml-syntax'],
      ['a/empty', false, 'file-missing'],
      ['a/fine', true, undefined],
      ['a/huge', false, 'file-too-large'],
    ])
  })

  it.each(['A/one', 'a/Two', 'a b/one', 'a/under_score', `a/${'x'.repeat(65)}`])(
    'lists a folder called %s as unusable',
    async (path) => {
      expect(await inspect({ [`${path}/${FILE}`]: GARDEN })).toMatchObject({
        isPlayable: false,
        codes: ['bad-folder-name'],
      })
    },
  )

  it('uses the shipped one of two with the same id, and says so on the other', async () => {
    const library = await openLibrary({ [`a/one/${FILE}`]: GARDEN }, { [`a/one/${FILE}`]: GARDEN })
    const [shipped, own] = await library.list()
    expect([shipped?.diagnostics, own?.diagnostics[0]?.code, own?.gamebook]).toEqual([[], 'shadowed-gamebook', null])
    expect((await library.get('a/one')).origin).toBe('example')
  })

  it('notices every change of a file, even one of the same size', async () => {
    const folders = await makeLibraryFolders({}, { [`a/one/${FILE}`]: GARDEN })
    const library = createLibrary(folders)
    const file = join(folders.local, 'a/one', FILE)
    const before = await library.get('a/one')
    await writeFile(file, GARDEN.replace('The Garden Gate', 'The Garden Wall'))
    await utimes(file, new Date(0), new Date(0))
    expect((await library.get('a/one')).gamebook?.title).toBe('The Garden Wall')
    expect((await library.get('a/one')).version).not.toBe(before.version)
    await rename(join(folders.local, 'a/one'), join(folders.local, 'a/two'))
    expect(await library.find('a/one')).toBeUndefined()
  })

  it('reads an unchanged file once', async () => {
    const library = await openLibrary({ [`a/one/${FILE}`]: GARDEN })
    expect((await library.get('a/one')).gamebook).toBe((await library.list())[0]?.gamebook)
  })

  it.each(['../a/one', 'a/../a/one', 'a', 'a/one/..', '/a/one', 'a\\one', 'a/one%00'])(
    'does not find the gamebook %j',
    async (id) => {
      const library = await openLibrary({ [`a/one/${FILE}`]: GARDEN })
      expect(await library.find(id)).toBeUndefined()
    },
  )
})

describe('the picture of a gamebook', () => {
  it.each([
    ['cover.png', PNG, 'image/png'],
    ['cover.jpg', JPEG, 'image/jpeg'],
    ['cover.JPEG', JPEG, 'image/jpeg'],
    ['cover.gif', GIF, 'image/gif'],
    ['cover.webp', WEBP, 'image/webp'],
    ['art/cover.avif', AVIF, 'image/avif'],
  ])('may be %s', async (path, picture, mediaType) => {
    const found = await inspect({ [`a/one/${FILE}`]: withImage(path), [`a/one/${path}`]: picture })
    expect(found).toMatchObject({ isPlayable: true, codes: [], image: { mediaType } })
  })

  it('may be missing, which is reported with its line', async () => {
    const { isPlayable, diagnostics } = await inspect({ [`a/one/${FILE}`]: withImage('cover.png') })
    expect(isPlayable).toBe(true)
    const line =
      withImage('')
        .split('\n')
        .findIndex((text) => text.startsWith('image:')) + 1
    expect(diagnostics).toMatchObject([{ code: 'image-missing', severity: 'warning', file: FILE, line, path: 'image' }])
  })

  it.each([
    ['a folder', (file: string) => mkdir(file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
    ['a socket', listenAt],
  ])('does not hide its gamebook when it is %s', async (_kind, make) => {
    const folders = await makeLibraryFolders({ [`a/one/${FILE}`]: withImage('cover.png'), [`a/two/${FILE}`]: GARDEN })
    await make(join(folders.example, 'a/one/cover.png'))
    const entries = await createLibrary(folders).list()
    expect(entries.map(({ id, gamebook, diagnostics }) => [id, gamebook !== null, diagnostics[0]?.code])).toEqual([
      ['a/one', true, 'image-missing'],
      ['a/two', true, undefined],
    ])
  })

  it('is not shown when it is larger than 10 MiB', async () => {
    const large = Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)])
    const found = await inspect({ [`a/one/${FILE}`]: withImage('cover.png'), 'a/one/cover.png': large })
    expect(found).toMatchObject({ isPlayable: true, codes: ['image-too-large'], image: null })
  })

  it.each([
    ['cover.svg', SVG],
    ['cover.png', SVG],
    ['cover.png', JPEG],
    ['cover.txt', PNG],
    ['cover.png', Buffer.from('')],
  ])('may not be %s when its content is something else', async (path, picture) => {
    const found = await inspect({ [`a/one/${FILE}`]: withImage(path), [`a/one/${path}`]: picture })
    expect(found).toMatchObject({ isPlayable: false, codes: ['image-type'], image: null })
  })

  it.each(['../two/cover.png', '/etc/cover.png', 'art/../../two/cover.png', 'C:/cover.png', 'file:///cover.png'])(
    'may not be at %s',
    async (path) => {
      const found = await inspect({ [`a/one/${FILE}`]: withImage(path), 'a/two/cover.png': PNG })
      expect(found).toMatchObject({ isPlayable: false, codes: ['image-outside'], image: null })
    },
  )

  it('may not be a link that leads out of its folder', async () => {
    const folders = await makeLibraryFolders({ [`a/one/${FILE}`]: withImage('cover.png') })
    const elsewhere = await makeFolder({ 'secret.png': PNG })
    await symlink(join(elsewhere, 'secret.png'), join(folders.example, 'a/one/cover.png'))
    const entry = await createLibrary(folders).get('a/one')
    expect([entry.image, entry.gamebook, entry.diagnostics[0]?.code]).toEqual([null, null, 'image-outside'])
  })

  it('is read again each time', async () => {
    const folders = await makeLibraryFolders({ [`a/one/${FILE}`]: withImage('cover.png') })
    const library = createLibrary(folders)
    expect((await library.get('a/one')).image).toBeNull()
    await addFiles(folders.example, { 'a/one/cover.png': PNG })
    expect((await library.get('a/one')).image).toMatchObject({ mediaType: 'image/png' })
  })
})

async function listenAt(path: string): Promise<void> {
  const server = createServer().listen(path)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
}
