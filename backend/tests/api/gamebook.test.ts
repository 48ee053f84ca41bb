import { readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { GamebookDetail, GamebookList } from '../../src/web/schemas/gamebook.ts'
import { fakeModel, text } from '../support/fakeModel.ts'
import { addFiles, makeFolder, makeLibraryFolders } from '../support/gamebookFolder.ts'
import { GARDEN, GARDEN_ID, walkToGate, walkToOrchard } from '../support/garden.ts'
import { PNG, SVG } from '../support/pictures.ts'
import { sendMessage, startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const list = async (test: TestApp, query = '') => GamebookList.parse((await test.get(`/gamebooks${query}`)).json())
const detail = async (test: TestApp, id: string) => GamebookDetail.parse((await test.get(`/gamebooks/${id}`)).json())

describe('the gamebooks', () => {
  it('are listed with their details, broken ones included', async () => {
    const test = await openTestApp()
    await addFiles(test.folders.local, { 'my/broken/llm-gamebook.yaml': 'title: "A draft"\nentity_types: 7\n' })
    await startSession(test)
    expect(await list(test)).toEqual({
      count: 2,
      data: [
        {
          id: GARDEN_ID,
          source: 'example',
          title: 'The Garden Gate',
          description: 'A gate that was not there yesterday.',
          author: null,
          language: 'en',
          hasImage: false,
          playable: true,
          errorCount: 0,
          warningCount: 0,
          sessionCount: 1,
          endings: { found: 0, total: 1 },
        },
        expect.objectContaining({ id: 'my/broken', source: 'local', title: 'A draft', playable: false, errorCount: 1 }),
      ],
    })
  })

  it('are listed by where they come from', async () => {
    const test = await openTestApp()
    expect((await list(test, '?source=example')).count).toBe(1)
    expect((await list(test, '?source=local')).count).toBe(0)
    expect(problemIn(await test.get('/gamebooks?source=elsewhere')).errors).toHaveProperty('source')
  })
})

describe('a gamebook', () => {
  it('lists its problems with their lines', async () => {
    const test = await openTestApp()
    const yaml = GARDEN.replace('current_node_id: wet_lawn', 'current_node_id: moon')
    await addFiles(test.folders.local, { 'my/draft/llm-gamebook.yaml': yaml })
    const { playable, diagnostics } = await detail(test, 'my/draft')
    expect(playable).toBe(false)
    const line = yaml.split('\n').findIndex((text) => text.includes('moon')) + 1
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: 'llm-gamebook.yaml', line, column: 26 })
  })

  it('lists the endings found, even after the session is deleted', async () => {
    const test = await openTestApp({
      model: fakeModel(text('Dawn.'), walkToGate(), text('Iron.'), walkToOrchard(), text('Lanterns.')),
    })
    const { id } = await startSession(test)
    await sendMessage(test, id, 'To the gate.')
    await sendMessage(test, id, 'Through it.')
    await test.send('DELETE', `/sessions/${id}`)
    expect(await detail(test, GARDEN_ID)).toMatchObject({
      sessionCount: 0,
      endings: { found: 1, total: 1 },
      endingsFound: ['Among the lanterns'],
    })
  })

  it.each(['test/nothing', 'Test/Garden', '..%2f../etc'])('is not at %s', async (id) => {
    const test = await openTestApp()
    expect(problemIn(await test.get(`/gamebooks/${id}`))).toMatchObject({ status: 404, code: 'gamebook-not-found' })
  })

  it('has no NUL in its id', async () => {
    const test = await openTestApp()
    expect(problemIn(await test.get('/gamebooks/test/garden%00'))).toMatchObject({ status: 404 })
  })
})

describe("a user's gamebook", () => {
  it('is playable from the start, in a folder named after its title', async () => {
    const test = await openTestApp()
    const first = await test.send('POST', '/gamebooks', { title: 'The Well: at “Midnight”' })
    expect(first.statusCode).toBe(201)
    expect(first.json()).toMatchObject({
      source: 'local',
      title: 'The Well: at “Midnight”',
      playable: true,
      errorCount: 0,
    })
    expect(first.json().id).toMatch(/^my\/the-well-at-midnight$/)
    expect((await test.send('POST', '/gamebooks', { title: 'The Well: at “Midnight”' })).json().id).toBe(
      'my/the-well-at-midnight-2',
    )
    expect((await startSession(test, first.json().id)).place).toBe('Gate')
  })

  it.each(['…', '../../etc', 'con', '日本語', 'x'.repeat(255)])('can have the title %j', async (title) => {
    const test = await openTestApp()
    const answer = await test.send('POST', '/gamebooks', { title })
    expect(answer.statusCode).toBe(201)
    expect(answer.json().id).toMatch(/^my\/[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(await readdir(test.folders.local)).toEqual(['my'])
  })

  it('accepts any text, and reports its problems', async () => {
    const test = await openTestApp()
    const { id } = (await test.send('POST', '/gamebooks', { title: 'Draft', yaml: GARDEN })).json()
    expect((await test.get(`/gamebooks/${id}/source`)).json()).toEqual({ yaml: GARDEN })
    const wrong = 'title: [ # a half sentence'
    const answer = await test.send('PUT', `/gamebooks/${id}/source`, { yaml: wrong })
    expect(answer.statusCode).toBe(200)
    expect(GamebookDetail.parse(answer.json())).toMatchObject({
      playable: false,
      diagnostics: [{ code: 'yaml-syntax' }],
    })
    expect((await test.get(`/gamebooks/${id}/source`)).json()).toEqual({ yaml: wrong })
    expect(await readdir(join(test.folders.local, id))).toEqual(['llm-gamebook.yaml'])
  })

  it('accepts at most 2 MiB of text', async () => {
    const test = await openTestApp()
    const { id } = (await test.send('POST', '/gamebooks', { title: 'Draft' })).json()
    const create = await test.send('POST', '/gamebooks', { title: 'Long', yaml: '#'.repeat(2 * 1024 * 1024) })
    expect(create.statusCode).toBe(201)
    const put = (length: number) => test.send('PUT', `/gamebooks/${id}/source`, { yaml: '#'.repeat(length) })
    expect((await put(2 * 1024 * 1024)).statusCode).toBe(200)
    expect(problemIn(await put(2 * 1024 * 1024 + 1))).toMatchObject({
      status: 422,
      errors: { yaml: expect.any(String) },
    })
    expect(problemIn(await put(5 * 1024 * 1024))).toMatchObject({ status: 413, code: 'too-large' })
  })

  it('is deleted with its folder', async () => {
    const test = await openTestApp()
    const { id } = (await test.send('POST', '/gamebooks', { title: 'Draft' })).json()
    const answer = await test.send('DELETE', `/gamebooks/${id}`)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(await readdir(join(test.folders.local, 'my'))).toEqual([])
  })

  it('is the result of forking a shipped one', async () => {
    const folders = await makeLibraryFolders({
      'test/garden/llm-gamebook.yaml': `${GARDEN}image: cover.png\n`,
      'test/garden/cover.png': PNG,
    })
    const test = await openTestApp({ folders })
    const answer = await test.send('POST', `/gamebooks/${GARDEN_ID}/fork`)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ id: 'my/garden', source: 'local', hasImage: true, playable: true })
    expect(await readFile(join(folders.local, 'my/garden/cover.png'))).toEqual(Buffer.from(PNG))
  })
})

describe('a shipped gamebook', () => {
  it("can't be changed or deleted", async () => {
    const test = await openTestApp()
    for (const answer of [
      await test.send('PUT', `/gamebooks/${GARDEN_ID}/source`, { yaml: 'title: Mine' }),
      await test.send('DELETE', `/gamebooks/${GARDEN_ID}`),
    ]) {
      expect(problemIn(answer)).toMatchObject({
        status: 403,
        code: 'gamebook-read-only',
        hint: expect.stringContaining('Fork'),
      })
    }
    expect((await test.get(`/gamebooks/${GARDEN_ID}/source`)).json()).toEqual({ yaml: GARDEN })
  })
})

describe('the image of a gamebook', () => {
  const open = async (name: string, picture: Uint8Array) =>
    openTestApp({
      folders: await makeLibraryFolders({
        'test/garden/llm-gamebook.yaml': `${GARDEN}image: ${name}\n`,
        [`test/garden/${name}`]: picture,
      }),
    })

  it('is served with its type and sent again only if it changed', async () => {
    const test = await open('cover.png', PNG)
    const answer = await test.get(`/gamebooks/${GARDEN_ID}/image`)
    expect(answer.rawPayload).toEqual(Buffer.from(PNG))
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
    const again = await test.app.inject({
      url: `/api/gamebooks/${GARDEN_ID}/image`,
      headers: { host: 'localhost', 'if-none-match': String(answer.headers['etag']) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it.each([
    ['is no picture', 'cover.png', SVG],
    ['could run code', 'cover.svg', SVG],
  ])('is not served when it %s', async (_case, name, picture) => {
    const test = await open(name, picture)
    expect(problemIn(await test.get(`/gamebooks/${GARDEN_ID}/image`))).toMatchObject({ status: 404 })
  })

  it('is not served from outside of its folder', async () => {
    const folders = await makeLibraryFolders({ 'test/garden/llm-gamebook.yaml': `${GARDEN}image: cover.png\n` })
    const elsewhere = await makeFolder({ 'secret.png': PNG })
    await symlink(join(elsewhere, 'secret.png'), join(folders.example, 'test/garden/cover.png'))
    const test = await openTestApp({ folders })
    expect(problemIn(await test.get(`/gamebooks/${GARDEN_ID}/image`)).code).toBe('image-not-found')
  })
})
