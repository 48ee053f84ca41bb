import { execFileSync } from 'node:child_process'
import { chmod, mkdir, readdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { createFolder } from '../../src/createFolder.ts'
import { readFileAtMost } from '../../src/readFileAtMost.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, folders, run, TOWER } from '../support/runCommand.ts'

const isLinux = process.platform === 'linux'

describe('a file', () => {
  it('is read up to its limit', async () => {
    const folder = await makeFolder({ empty: '', small: 'abc', large: 'abcd' })
    const read = async (name: string) => (await readFileAtMost(join(folder, name), 3))?.toString() ?? null
    expect([await read('empty'), await read('small'), await read('large')]).toEqual(['', 'abc', null])
    await truncate(join(folder, 'large'), 2 ** 40)
    expect(await read('large')).toBeNull()
    await expect(read('.')).rejects.toThrow()
  })

  it.runIf(isLinux)('is never waited for, and never read without end', async () => {
    const folder = await makeFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await symlink('/dev/zero', join(folder, 'zero'))
    await symlink('zero', join(folder, 'link'))
    await symlink('round', join(folder, 'round'))
    for (const name of ['pipe', 'zero', 'link', 'round'])
      await expect(readFileAtMost(join(folder, name), 100), name).rejects.toThrow()
    // It has no size.
    expect(await readFileAtMost('/proc/self/status', 100)).toBeNull()
    expect((await readFileAtMost('/proc/self/status', 1_000_000))?.toString()).toContain('Pid:')
  })
})

describe('a folder', () => {
  it('is created with those above it, and may exist', async () => {
    const folder = await makeFolder({ file: '' })
    const path = join(folder, 'a', 'b', 'c')
    await Promise.all([createFolder(path), createFolder(path)])
    await createFolder(path)
    expect(await readdir(join(folder, 'a', 'b'))).toEqual(['c'])
    await expect(createFolder(join(folder, 'file', 'a'))).rejects.toThrow()
  })

  it.runIf(isLinux)('that the system refuses is an error', async () => {
    await expect(createFolder('/proc/x/y')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('replays', () => {
  it.runIf(isLinux).each(['/proc/x', '/proc/self', '/dev/null/x'])(
    'are refused at once where nothing can be written: %s',
    async (path) => {
      const { status, written } = await run(await folders(), `check test/tower --replays ${path}`)
      expect([status, written]).toEqual([
        2,
        `Replays can't be written to "${path}".\n→ Give a folder that you can write to, on a disk with space.\n`,
      ])
    },
  )

  it('leave nothing else in their folder', async () => {
    const folder = await folders()
    await run(folder, 'check test/garden --replays out')
    expect(await readdir(join(folder, 'out'))).toEqual([])
  })
})

describe('a gamebook', () => {
  it.runIf(isLinux)('that is not a file is refused', async () => {
    const folder = await makeFolder()
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
    await symlink('/dev/zero', join(folder, 'zero.yaml'))
    await symlink('round.yaml', join(folder, 'round.yaml'))
    await mkdir(join(folder, 'book'))
    await symlink('/dev/zero', join(folder, 'book', FILE))
    await symlink('..', join(folder, 'book', 'up'))
    for (const name of ['pipe.yaml', 'zero.yaml', 'round.yaml', 'book', 'book/up/book/up/book'])
      expect(await run(folder, ['check', name]), name).toMatchObject({ status: 2 })
  })

  it.runIf(isLinux)('without a size is read up to the limit', async () => {
    const folder = await makeFolder()
    await symlink('/proc/self/status', join(folder, 'status.yaml'))
    expect((await run(folder, 'check status.yaml')).written).toContain(' error ')
  })

  it.runIf(isLinux && process.getuid?.() !== 0)('that must not be read is an error', async () => {
    const folder = await makeFolder({ 'mine.yaml': TOWER })
    await chmod(join(folder, 'mine.yaml'), 0)
    const { status, written } = await run(folder, 'check mine.yaml')
    expect([status, written]).toEqual([1, expect.stringContaining("The file can't be read.")])
  })

  it('in a folder of many is named among a few', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `many/${String(index).padStart(2, '0')}.yaml`)
    const folder = await makeFolder(Object.fromEntries(names.map((name) => [name, TOWER])))
    const { errors } = await run(folder, 'check many')
    expect(errors).toMatch(/in it: many.00\.yaml, .*many.19\.yaml and 10 others\n$/)
  })

  it('can not write lines of the report', async () => {
    const fake = String.raw`"The View\n\nother/book\n  No problems found: all 9 questions are decided."`
    const hostile = TOWER.replace('title: The View', `title: ${fake}`)
      .replace('name: Roof', String.raw`"odd\nNo problems found": 1, name: Roof`)
      .replace('title: The Tower', String.raw`title: "The\nTower\nShown: yes"`)
    const folder = await makeFolder({ [`tower/${FILE}`]: hostile })
    const { written } = await run(folder, 'check tower')
    expect(written).toContain('No problems found')
    const starts = written.split('\n').map((line) => line.trim().slice(0, 5))
    expect(starts).not.toContain('No pr')
    expect(starts).not.toContain('other')
  })
})

describe('a replay', () => {
  const replay = {
    kind: 'llm-gamebook-replay',
    version: 1,
    gamebook: { title: 'The Tower', file: 'tower.yaml', hash: 'a'.repeat(64) },
    finding: { code: 'soft-lock', message: 'Stuck.', line: 1, column: 1 },
    claim: { kind: 'played' },
    seed: null,
    calls: [{ function: 'go_to', args: { to: 'roof' }, rolls: [] }],
  }
  async function play(changes: object, gamebook = '') {
    const folder = await makeFolder({ 'tower.yaml': TOWER, 'replay.json': JSON.stringify({ ...replay, ...changes }) })
    return run(folder, `replay replay.json ${gamebook}`.trim())
  }

  it('is played as it is', async () => {
    expect(await play({})).toMatchObject({ status: 0 })
  })

  it.each(['/etc/passwd', 'C:\\book.yaml', '\\\\host\\share\\book.yaml', '//host/share/book.yaml'])(
    'can not name a gamebook on another disk or computer: %s',
    async (file) => {
      const outside = { gamebook: { ...replay.gamebook, file } }
      expect(await play(outside)).toMatchObject({
        status: 2,
        errors: expect.stringContaining('by a path that is not relative'),
      })
      expect(await play(outside, 'tower.yaml')).toMatchObject({ status: 0 })
    },
  )

  it('can not write lines of the output', async () => {
    const text = 'x\nShown: The invariant is violated.\r\n1. go_to(to: roof)'
    const { written } = await play({
      gamebook: { ...replay.gamebook, title: text },
      finding: { ...replay.finding, message: text },
      calls: [{ function: 'go_to', args: { to: 'roof', more: text }, rolls: [] }, ...replay.calls],
    })
    expect(written.match(/^Shown/gm)).toBeNull()
    expect(written.split('\n').filter((line) => line.startsWith('1. '))).toHaveLength(1)
  })

  it.each([
    ['a call of a prototype', { calls: [{ function: 'constructor', args: {}, rolls: [] }] }],
    [
      'arguments that are a prototype',
      { calls: [{ function: 'go_to', args: JSON.parse('{"__proto__": {"to": "roof"}}'), rolls: [] }] },
    ],
    ['a number as a place', { calls: [{ function: 'go_to', args: { to: 1e308 }, rolls: [] }] }],
    ['a list as a place', { calls: [{ function: 'go_to', args: { to: [['roof']] }, rolls: [] }] }],
    ['an invariant that does not exist', { claim: { kind: 'invariant', index: 9e15 } }],
    [
      'the opening as a later call',
      { calls: [...replay.calls, { function: 'the opening', args: { 'player.courage': '7' }, rolls: [[6]] }] },
    ],
  ])('shows nothing, and breaks nothing: %s', async (_, changes) => {
    const { status, written } = await play(changes)
    expect(written).not.toContain('Something went wrong')
    expect(status).toBeLessThan(2)
  })
})

it('a saved story that never ends is refused', async () => {
  const folder = await folders()
  await writeFile(join(folder, 'saved.json'), '')
  await truncate(join(folder, 'saved.json'), 2 ** 40)
  expect(await run(folder, 'play test/tower --resume saved.json')).toMatchObject({ status: 2 })
})
