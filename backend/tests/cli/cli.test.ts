import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { runCli } from '../../src/cli/runCli.ts'
import { findRepositoryFolder } from '../../src/start/repositoryFolder.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'

const FILE = 'llm-gamebook.yaml'

/** What a command writes, and its exit status. */
async function run(folder: string, words: string, lines: readonly string[] = []) {
  let written = ''
  const status = await runCli(words.split(' '), {
    write: (text) => void (written += text),
    status: () => {},
    isWatched: false,
    folder,
    async *lines() {
      yield* lines
    },
  })
  return { status, written }
}

const TOWER = `title: The Tower
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: tower, node_ids: [yard, roof, ditch], functions: [{target: transition, name: go_to}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Yard, description: Cobbles., edges: [roof]}
      - {name: Roof, description: Wind., edges: [yard], ending: {title: The View, kind: good}}
      - {name: Ditch, description: Mud., ending: {title: The Fall, kind: bad}}
  - name: Person
    instructions: Play them.
    traits: [described]
    fields: {courage: {type: integer, default: 1}}
    entities:
      - name: Player
        description: You.
        functions:
          - name: dare
            enabled: player.courage == 1
            check: {roll: 2d6, at_least: 8, on_success: [{state/add: {field: courage, amount: 1}}], on_failure: [{state/add: {field: courage, amount: -1}}]}
        triggers:
          - {id: falls, condition: player.courage == 0, name: graph/transition, args: {entity_id: tower, to: ditch}}
`

const folders = () => makeFolder({ [`test/garden/${FILE}`]: GARDEN, [`test/tower/${FILE}`]: TOWER })

describe('check', () => {
  it('says that all is well, and how far it has looked', async () => {
    const folder = await makeFolder({ [`tower/${FILE}`]: TOWER.replace('edges: [yard], ', '') })
    const { status, written } = await run(folder, 'check tower')
    expect(status).toBe(0)
    expect(written).toContain('tower: 0 errors, 0 warnings, 0 notes.')
    expect(written).toContain('all that can happen')
    expect(written).toContain('Ending "The View" (good): 1 step at least.')
  })

  it('shows a finding with its line, a mark below the place and a hint, and fails only when it is strict', async () => {
    const folder = await folders()
    const { status, written } = await run(folder, 'check test/tower')
    expect(status).toBe(0)
    expect(written).toContain(
      `test/tower/${FILE}:12:50 warning unused-edge: The edge from "roof" to "yard" is never used.`,
    )
    expect(written).toContain(
      '      - {name: Roof, description: Wind., edges: [yard], ending: {title: The View, kind: good}}\n',
    )
    expect(written.split('\n').find((line) => line.trim() === '^')).toHaveLength(2 + 50)
    expect((await run(folder, 'check test/tower --strict')).status).toBe(1)
  })

  it('fails for a gamebook with errors, and shows all of them', async () => {
    const folder = await makeFolder({ [`tower/${FILE}`]: TOWER.replace('[roof]', '[moon, sun]') })
    const { status, written } = await run(folder, 'check tower')
    expect(status).toBe(1)
    expect(written.match(/error unknown-reference/g)).toHaveLength(2)
    expect(written).toContain('It was not played through: mend the errors first.')
  })

  it('checks several gamebooks at once, for programs too', async () => {
    const { status, written } = await run(await folders(), 'check test/tower test/garden --json')
    expect(status).toBe(0)
    expect(JSON.parse(written)).toMatchObject({
      gamebooks: [
        {
          folder: 'test/tower',
          diagnostics: [],
          findings: [{ code: 'unused-edge', line: 12, column: 50 }],
          explored: { isWhole: true },
        },
        { folder: 'test/garden', explored: { isWhole: true } },
      ],
    })
  })

  it('says what is not proven where it has not looked at everything', async () => {
    const { written } = await run(await folders(), 'check test/tower --max-states 1')
    expect(written).toContain('what was not seen is not proven')
    expect(written).toContain('note guard-always-true')
  })

  it.each([
    ['check', 'No gamebook is named.'],
    ['check moon', 'There is no folder "moon".'],
    ['check test', 'There are gamebooks below it: test/garden, test/tower'],
    ['check test/tower --quick', "Unknown option '--quick'"],
    ['check test/tower --max-states many', '--max-states is "many", which is no whole number.'],
    ['walkthrough test/tower', 'It is not said where to.'],
    ['walkthrough test/tower --to moon', 'Its endings: "The View", "The Fall"'],
    ['play-random test/tower test/garden', 'There is one gamebook too many'],
    ['fly', 'Commands: check, play-random, walkthrough, play.'],
  ])('explains itself and ends with 2: %s', async (words, explanation) => {
    const { status, written } = await run(await folders(), words)
    expect(status).toBe(2)
    expect(written).toContain(explanation)
  })

  it('names the gamebooks below a folder that holds none itself', async () => {
    expect((await run(await folders(), 'check test')).written).toContain(
      'The folder "test" holds no llm-gamebook.yaml.',
    )
  })

  it('passes all gamebooks that come with the app, however strict it is', async () => {
    const folder = join(findRepositoryFolder(), 'gamebooks', 'example')
    const names = await readdir(folder)
    const { status, written } = await run(folder, `check ${names.join(' ')} --strict`)
    expect(written).not.toMatch(/\d (warning|error) /)
    expect(status).toBe(0)
  }, 120_000)
})

describe('walkthrough', () => {
  it.each(['the fall', 'ditch', 'Ditch'])(
    'finds the shortest way to %j, with dice and a seed that shows them',
    async (to) => {
      const folder = await folders()
      const { status, written } = await runWords(folder, ['walkthrough', 'test/tower', '--to', to])
      expect(status).toBe(0)
      expect(written).toContain('  1. dare() with 1 1')
      const seed = /The dice of the seed (\d+)/.exec(written)?.[1]
      const replayed = await run(folder, `play-random test/tower --runs 1 --seed ${seed}`)
      expect(replayed.status).toBe(0)
    },
  )

  it('says of a node without a way that there is none', async () => {
    const folder = await makeFolder({ [`tower/${FILE}`]: TOWER.replace('player.courage == 0', 'player.courage == 7') })
    const { status, written } = await run(folder, 'walkthrough tower --to ditch')
    expect([status, written]).toEqual([1, 'No way leads to "ditch". That is proven.\n'])
  })
})

const runWords = (folder: string, words: readonly string[]) => {
  let written = ''
  const terminal = {
    write: (text: string) => void (written += text),
    status: () => {},
    isWatched: false,
    folder,
    async *lines() {},
  }
  return runCli(words, terminal).then((status) => ({ status, written }))
}

describe('play-random', () => {
  it('covers what there is, and comes out the same for the same seed on one processor and on several', async () => {
    const folder = await folders()
    const few = JSON.parse((await run(folder, 'play-random test/tower --runs 900 --seed 5 --json')).written)
    expect(few).toMatchObject({ runs: 900, failure: null })
    expect(few.coverage).toContainEqual({ what: 'endings', seen: 2, all: 2, missing: [] })
    expect(JSON.parse((await run(folder, 'play-random test/tower --runs 900 --seed 5 --json')).written)).toEqual(few)
    const halves = await Promise.all(
      [5, 5 + 300, 5 + 600].map(async (seed) =>
        JSON.parse((await run(folder, `play-random test/tower --runs 300 --seed ${seed} --json`)).written),
      ),
    )
    expect(halves.reduce<number>((sum, { steps }) => sum + Number(steps), 0)).toBe(few.steps)
  })

  it('shows the first seed at which something goes wrong, and the calls that lead there', async () => {
    const broken = TOWER.replace(
      'condition: player.courage == 0',
      'condition: player.courage == 0 and 1 / player.courage > 2',
    )
    const folder = await makeFolder({ [`tower/${FILE}`]: broken })
    const { status, written } = await run(folder, 'play-random tower --runs 100 --seed 1')
    expect(status).toBe(1)
    const seed = /The play with the seed (\d+) goes wrong \(expression-fails\)/.exec(written)?.[1]
    const again = await run(folder, `play-random tower --runs 1 --seed ${seed}`)
    expect(again.status).toBe(1)
    expect(again.written).toMatch(/1\. dare\(\)/)
  })
})

describe('play', () => {
  it('tells a story, shows its state, takes words back, saves and goes on', async () => {
    const folder = await folders()
    const first = await run(folder, 'play test/tower --seed 3', [
      '/help',
      'go to the roof',
      '/undo',
      '/state',
      '/save story.json',
      '/save',
      '/fly',
      '/quit',
    ])
    expect(first.status).toBe(0)
    expect(first.written).toContain('The Tower')
    expect(first.written).toContain('Cobbles.')
    expect(first.written).toContain('Wind.')
    expect(first.written).toContain('The story is over: /undo goes back')
    expect(first.written).toContain('Taken back.')
    expect(first.written).toContain('"seed": 3')
    expect(first.written).toContain('There is no "/fly".')
    expect(JSON.parse(await readFile(join(folder, 'story.json'), 'utf8'))).toMatchObject({ kind: 'llm-gamebook-story' })
    const second = await run(folder, 'play test/tower --resume story.json', ['go to the roof'])
    expect(second.written).toContain('Cobbles.')
    expect(second.written).toContain('Wind.')
  })

  it('explains that no model is saved where the app was never started', async () => {
    vi.stubEnv('LLM_GAMEBOOK_DATA_DIR', await makeFolder())
    onTestFinished(() => void vi.unstubAllEnvs())
    const { status, written } = await run(await folders(), 'play test/tower --model Mine')
    expect(status).toBe(2)
    expect(written).toContain('Start it with "npm start" and set a model up')
  })
})
