import { buildSystemText, readGamebook, startState, viewPanel, viewStory, worldOf } from '@llm-gamebook/story'
import { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { createGamebookReader } from '../../src/gamebooks/gamebookReader.ts'
import { GARDEN } from '../support/garden.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'

const EXAMPLES = join(import.meta.dirname, '../../../gamebooks/example')
const shipped = readdirSync(EXAMPLES).map(
  (name) => [name, readFileSync(join(EXAMPLES, name, 'llm-gamebook.yaml'))] as const,
)

const report = (where: string): never => expect.unreachable(where)

/** Takes as long to read as a file may take. */
const HUGE = `title: T\nx-map:\n${Array.from({ length: 99_000 }, (_, key) => `  key${key}: 1`).join('\n')}\n`

describe('a gamebook that is read in another process', () => {
  const read = createGamebookReader()

  it.each(shipped)('is the same as one that is read here: %s', async (_, source) => {
    const { diagnostics, gamebook } = await read(source)
    const here = readGamebook(source)
    expect(diagnostics).toEqual(here.diagnostics)
    if (gamebook === null || here.gamebook === null) throw new Error('It has errors.')
    expect(buildSystemText(gamebook)).toBe(buildSystemText(here.gamebook))
    const [world, other] = [worldOf(gamebook, startState(7)), worldOf(here.gamebook, startState(7))]
    expect(viewStory(world, report)).toEqual(viewStory(other, report))
    expect(viewPanel(world, report)).toEqual(viewPanel(other, report))
  })

  it('has the same diagnostics', async () => {
    const source = `${GARDEN.replace('edge_ids: [iron_gate]', 'edge_ids: [no_gate]')}\n# ${'long '.repeat(1000)}\n`
    expect((await read(source)).diagnostics).toEqual(readGamebook(source).diagnostics)
  })

  it.each([
    [
      'a byte order mark',
      Buffer.from(`\uFEFF# é 🚪\n${GARDEN.replace('edge_ids: [iron_gate]', 'edge_ids: [no_gate]')}`),
    ],
    ['bytes that are not UTF-8', Buffer.concat([Buffer.from(`# é\n${GARDEN}`), Buffer.from([0x20, 0xff, 0x20])])],
  ])('has the same diagnostics, with %s', async (_, source) => {
    const { diagnostics } = readGamebook(source)
    expect(diagnostics).not.toEqual([])
    expect((await read(source)).diagnostics).toEqual(diagnostics)
  })

  it.each([
    [{ maxMs: 0, maxMemoryMb: 512 }, 'The file takes too long to read: more than 0 seconds of processor time.'],
    [{ maxMs: 20_000, maxMemoryMb: 8 }, 'The file needs too much memory to read: more than 8 MB.'],
  ])('is refused beyond the limits %j, and the next one is read', async (limits, message) => {
    const limited = createGamebookReader(limits)
    const { gamebook, diagnostics } = await limited(HUGE)
    expect(gamebook).toBe(null)
    expect(diagnostics).toMatchObject([{ code: 'file-too-large', message }])
    expect((await limited('title: Short')).diagnostics).not.toMatchObject([{ code: 'file-too-large' }])
  })

  it('is not at fault if the process does not respond', async () => {
    const { gamebook, diagnostics } = await createGamebookReader(undefined, 0)(HUGE)
    expect(gamebook).toBe(null)
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining('did not respond') }])
  })

  it('is read after one that is refused', async () => {
    const [huge, next] = await Promise.all([read('['.repeat(10_000)), read(`${GARDEN}# ${'long '.repeat(1000)}`)])
    expect(huge.diagnostics).toMatchObject([{ code: 'too-deep' }])
    expect(next.gamebook?.title).toBe('The Garden Gate')
  })
})

it('a gamebook is read by another process if the last one was killed while it waited', async () => {
  const started: ChildProcess[] = []
  const note = (message: unknown): void => void started.push(Started.parse(message).process)
  subscribe('child_process', note)
  onTestFinished(() => void unsubscribe('child_process', note))
  const read = createGamebookReader()
  const source = `${GARDEN}# ${'long '.repeat(1000)}`
  await read(source)
  const [first] = started
  if (first === undefined) throw new Error('No process was started.')
  first.kill('SIGKILL')
  await once(first, 'exit')
  expect((await read(source)).gamebook?.title).toBe('The Garden Gate')
  expect(started).toHaveLength(2)
})

const Started = z.object({ process: z.instanceof(ChildProcess) })

describe('a huge source that someone saves', { timeout: 120_000 }, () => {
  it('keeps no other request waiting', async () => {
    const test = await openTestApp()
    const { id } = (await test.send('POST', '/gamebooks', { title: 'Huge' })).json()
    const start = performance.now()
    let longest = 0
    const saved = test.send('PUT', `/gamebooks/${id}/source`, { yaml: HUGE })
    const isPending = () => Promise.race([saved.then(() => false), setImmediate(true)])
    while (await isPending()) {
      const asked = performance.now()
      await test.get('/health')
      longest = Math.max(longest, performance.now() - asked)
    }
    expect((await saved).statusCode).toBe(200)
    expect(longest).toBeLessThan((performance.now() - start) / 3)
  })

  it('gets its diagnostics, and can be listed, read and played as far as they allow', async () => {
    const test = await openTestApp()
    const { id } = (await test.send('POST', '/gamebooks', { title: 'Huge' })).json()
    const answer = await test.send('PUT', `/gamebooks/${id}/source`, {
      yaml: `title: T\nx-map:\n${'  k: 1\n'.repeat(110_000)}`,
    })
    expect(answer.json()).toMatchObject({ playable: false, diagnostics: [{ code: 'limit' }] })
    expect((await test.get('/gamebooks')).statusCode).toBe(200)
    expect(problemIn(await test.send('POST', '/sessions', { gamebookId: id })).code).toBe('gamebook-not-playable')
  })
})
