import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { makeFolder } from '../support/gamebookFolder.ts'
import { FILE, run, TOWER } from '../support/runCommand.ts'

/** A failed check breaks an invariant, and makes the condition of a trigger fail. */
const BROKEN = TOWER.replace(
  'title: The Tower',
  'title: The Tower\ninvariants: [{name: brave, condition: player.courage >= 1}]',
)
  .replace('edges: [yard], ending: {title: The View, kind: good}', '')
  .replace('condition: player.courage == 0', 'condition: player.courage == 0 and 1 / player.courage > 2')

async function writeReplays(source = BROKEN) {
  const folder = await makeFolder({ [`tower/${FILE}`]: source })
  const { written } = await run(folder, 'check tower --replays out/replays')
  const names = await readdir(join(folder, 'out', 'replays'))
  expect(written).toContain(`Wrote ${names.length} replay`)
  const nameOf = (code: string): string => `out/replays/${names.find((name) => name.includes(code))}`
  return { folder, names, nameOf }
}

it('plays each finding and says whether the engine shows it', async () => {
  const { folder, names, nameOf } = await writeReplays()
  expect(names.length).toBeGreaterThanOrEqual(2)
  const invariant = await run(folder, ['replay', nameOf('invariant-violated')])
  expect(invariant.status).toBe(0)
  expect(invariant.written).toMatch(/^The Tower: invariant-violated, line 2\n/)
  expect(invariant.written).toMatch(/The dice are those of seed \d+\.\n1\. dare\(\)\n {3}\S/)
  expect(invariant.written).toMatch(/Shown: The invariant "brave" is violated\.\n$/)
  const failure = await run(folder, ['replay', nameOf('expression-fails')])
  expect([failure.status, failure.written]).toEqual([0, expect.stringMatching(/\n {3}Failed: .*\nShown: .*\n$/)])
})

it('says that the gamebook has changed, and that nothing is shown any more', async () => {
  const { folder, nameOf } = await writeReplays()
  await writeFile(join(folder, 'tower', FILE), BROKEN.replace('at_least: 8', 'at_least: 2'))
  const { status, written } = await run(folder, ['replay', nameOf('invariant-violated')])
  expect(status).toBe(1)
  expect(written).toContain('The gamebook has changed since the replay was written.')
  expect(written).toContain('The invariant is true after the last step')
})

it('shows an expression that has moved to another line, and no other one', async () => {
  const source = TOWER.replace('description: You.', 'description: "You. {{ 1 / player.courage }}"')
  const { folder, nameOf } = await writeReplays(source)
  const replayOf = async (text: string) => {
    await writeFile(join(folder, 'tower', FILE), text)
    return run(folder, ['replay', nameOf('expression-fails')])
  }
  const moved = await replayOf(`# The first line\n${source}`)
  expect([moved.status, moved.written]).toEqual([0, expect.stringContaining('The gamebook has changed')])
  const another = await replayOf(source.replace('1 / player', '2 / player'))
  expect([another.status, another.written]).toEqual([
    1,
    expect.stringContaining('Something else failed, so the replay'),
  ])
})

it('says which call is refused in another gamebook', async () => {
  const { folder, nameOf } = await writeReplays()
  await writeFile(join(folder, 'other.yaml'), BROKEN.replace('enabled: player.courage == 1', 'enabled: false'))
  const { status, written } = await run(folder, ['replay', nameOf('invariant-violated'), 'other.yaml'])
  expect(status).toBe(1)
  expect(written).toContain("   Refused: You can't do that now.\n")
  expect(written).toContain('The engine refused call 1')
})

it('rejects every other file', async () => {
  const { folder, nameOf } = await writeReplays()
  const path = join(folder, nameOf('invariant-violated'))
  const text = await readFile(path, 'utf8')
  const nested = `${'['.repeat(50)}${']'.repeat(50)}`
  const changed = {
    'no JSON': '{',
    'another version': text.replace('"version": 1', '"version": 2'),
    'an unknown key': text.replace('"version": 1', '"version": 1, "run": "rm"'),
    'a huge die': text.replace('"rolls": [', '"rolls": [[1e300],'),
    'too deep': text.replace('"args": {}', `"args": {"x": ${nested}}`),
    'too large': text + ' '.repeat(1024 * 1024),
  }
  for (const [what, other] of Object.entries(changed)) {
    expect(other, what).not.toBe(text)
    await writeFile(path, other)
    const { status, written } = await run(folder, ['replay', nameOf('invariant-violated')])
    expect([status, written], what).toEqual([2, expect.stringContaining('is not a replay that this version can read.')])
  }
})

it('writes nothing and checks nothing if replays have no folder', async () => {
  const folder = await makeFolder({ 'tower.yaml': BROKEN, 'a file': '' })
  const { status, written } = await run(folder, ['check', 'tower.yaml', '--json', '--replays', 'a file'])
  expect([status, written]).toEqual([2, expect.stringContaining(`Replays can't be written to "a file".`)])
  expect(await readdir(folder)).toEqual(['a file', 'tower.yaml'])
})

it('writes no replay that it would refuse', async () => {
  const long = `title: The Road
invariants: [{ name: short, condition: player.steps <= 10000 }]
entity_types:
  - name: Person
    fields: { steps: integer }
    entities:
      - id: player
        functions: [{ name: pace, effects: [{ state/add: { field: steps, amount: 1 } }] }]
`
  const folder = await makeFolder({ 'long.yaml': long })
  const { written } = await run(folder, 'check long.yaml --replays out')
  expect(written).toContain('1 replay too long for a file: more than 10,000 calls or 1 MB.')
  expect((await readdir(join(folder, 'out'))).filter((name) => name.includes('invariant'))).toEqual([])
})

it('plays a long replay, and refuses one that is longer', async () => {
  const { folder, nameOf } = await writeReplays()
  await writeFile(join(folder, 'round.yaml'), TOWER.replace(', ending: {title: The View, kind: good}', ''))
  const path = join(folder, nameOf('invariant-violated'))
  const replay = JSON.parse(await readFile(path, 'utf8'))
  const call = { function: 'go_to', args: { to: 'roof' }, rolls: [] }
  const back = { ...call, args: { to: 'yard' } }
  const long = Array.from({ length: 10_000 }, (_, index) => (index % 2 === 0 ? call : back))
  const play = async (calls: readonly object[]) => {
    await writeFile(path, JSON.stringify({ ...replay, claim: { kind: 'played' }, calls }))
    return run(folder, ['replay', nameOf('invariant-violated'), 'round.yaml'])
  }
  const { status, written } = await play(long)
  expect([status, written]).toEqual([0, expect.stringContaining('\n10000. go_to(to: yard)\n')])
  expect(await play([...long, call])).toMatchObject({ status: 2 })
})

it.each([
  ['replay', 'No replay given.'],
  ['replay nothing.json', 'There is no file "nothing.json".'],
  ['replay a b c', 'Too many arguments: "c".'],
])('exits with 2: %s', async (words, text) => {
  const { status, written } = await run(await makeFolder(), words)
  expect([status, written]).toEqual([2, expect.stringContaining(text)])
})
