import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { FILE, folders, run, TOWER } from '../support/runCommand.ts'

describe('a command', () => {
  it.each([
    ['check', 'No gamebook given.'],
    ['check moon', 'Gamebook not found: "moon".'],
    ['check test', 'Choose one of the gamebooks in it: test/garden, test/tower'],
    ['check test/tower --quick', "Unknown option '--quick'"],
    ['check test/tower --json --sarif', "--json and --sarif can't be used together."],
    ['check test/tower --max-states many', '--max-states must be a whole number, not "many".'],
    ['walkthrough test/tower', 'No target given.'],
    ['walkthrough test/tower --to moon', 'Its endings: "The View", "The Fall"'],
    ['play-random test/tower test/garden', 'Too many gamebooks: "test/garden".'],
    ['fly', 'Use one of these: check, play-random, walkthrough, play, replay, drift, bench, sentences.'],
  ])('prints its usage and exits with 2: %s', async (words, explanation) => {
    const { status, written, errors } = await run(await folders(), words)
    expect(status).toBe(2)
    expect(errors).toContain(explanation)
    expect(written).toBe(errors)
  })

  it('exits with 2 after a fault of the program, not with the status of a gamebook with errors', async () => {
    const interrupt = new Proxy(new AbortController().signal, { get: () => expect.unreachable('a fault') })
    const { status, errors } = await run(await folders(), 'check test/tower', { interrupt })
    expect(status).toBe(2)
    expect(errors).toContain('Something went wrong, and your gamebook is not the cause. Please report it.\n')
    expect(errors).toContain('a fault')
  })

  it('names the gamebook files of a folder without a gamebook of the usual name', async () => {
    const folder = await makeFolder({ 'drafts/tower.yaml': TOWER, 'drafts/notes.txt': '' })
    expect((await run(folder, 'check drafts')).errors).toContain(
      `Choose one of the gamebooks in it: ${join('drafts', 'tower.yaml')}\n`,
    )
  })

  it('names the gamebooks below a folder that has none itself', async () => {
    expect((await run(await folders(), 'check test')).written).toContain(
      'The folder "test" contains no llm-gamebook.yaml.',
    )
  })
})

describe('the help', () => {
  const COMMANDS = ['check', 'replay', 'play-random', 'walkthrough', 'play', 'drift', 'bench', 'sentences']

  it.each(COMMANDS)('of a command is about that command: %s', async (name) => {
    const { status, written } = await run(await makeFolder(), `${name} test/tower --help`)
    expect(status).toBe(0)
    expect(written.match(/npm run gamebook -- [a-z-]+/g)).toEqual([`npm run gamebook -- ${name}`])
    expect(written).toContain('Exit status: ')
    expect((await run(await makeFolder(), `help ${name}`)).written).toBe(written)
    expect((await run(await makeFolder(), `${name} -h`)).written).toBe(written)
  })

  it.each([
    ['--help', 0],
    ['help', 0],
    ['help fly', 0],
    ['', 2],
  ])('names all commands: %j', async (words, status) => {
    const help = await run(await makeFolder(), words === '' ? [] : words)
    expect(help.status).toBe(status)
    expect(help.written.match(/(?<=gamebook -- )[a-z-]+/g)).toEqual(COMMANDS)
  })
})

describe('a gamebook', () => {
  it('is found by its id in the data folder, from anywhere', async () => {
    const data = await makeFolder({ [`gamebooks/you/night-bakery/${FILE}`]: GARDEN })
    const environment = { LLM_GAMEBOOK_DATA_DIR: data }
    const { status, written } = await run(await makeFolder(), 'check you/night-bakery', { environment })
    expect(status).toBe(0)
    expect(written).toMatch(/^you\/night-bakery\n {2}No problems found/)
    expect((await run(await makeFolder(), 'check you/night-bakery/', { environment })).status).toBe(0)
  })

  it('is found by its id among the shipped ones', async () => {
    const { status } = await run(await makeFolder(), 'walkthrough example/low-water --to moon --max-states 1')
    expect(status).toBe(2)
  })

  it.each([`test/garden/${FILE}`, `./test/garden/`])('is found by its path: %s', async (path) => {
    expect((await run(await folders(), `check ${path}`)).status).toBe(0)
  })

  it('is found by its path before its id', async () => {
    const data = await makeFolder({ [`gamebooks/test/tower/${FILE}`]: 'title: 3' })
    const environment = { LLM_GAMEBOOK_DATA_DIR: data }
    expect((await run(await folders(), 'check test/tower', { environment })).status).toBe(0)
    expect((await run(await makeFolder(), 'check test/tower', { environment })).status).toBe(1)
  })
})

describe('walkthrough', () => {
  it.each(['the fall', 'ditch', 'Ditch'])(
    'finds the shortest path to %j, with dice and a matching seed',
    async (to) => {
      const folder = await folders()
      const { status, written } = await run(folder, ['walkthrough', 'test/tower', '--to', to])
      expect(status).toBe(0)
      expect(written).toContain('  1. dare() with 1 1')
      const seed = /Seed (\d+) rolls the dice/.exec(written)?.[1]
      const replayed = await run(folder, `play-random test/tower --runs 1 --seed ${seed}`)
      expect(replayed.status).toBe(0)
    },
  )

  it('says that a node is unreachable', async () => {
    const folder = await makeFolder({ [`tower/${FILE}`]: TOWER.replace('player.courage == 0', 'player.courage == 7') })
    const { status, written } = await run(folder, 'walkthrough tower --to ditch')
    expect([status, written]).toEqual([1, '"ditch" can\'t be reached (proven).\n'])
  })
})

describe('play-random', () => {
  it('covers everything, and gives the same result for a seed on one processor and several', async () => {
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

  it('distinguishes edges to the same node', async () => {
    const yard = TOWER.replace(
      'edges: [roof]',
      'edges: [roof, {to: roof, id: ivy}, {to: roof, id: rope, enabled: false}]',
    )
    const folder = await makeFolder({ [`tower/${FILE}`]: yard })
    const { coverage } = JSON.parse((await run(folder, 'play-random tower --runs 50 --seed 1 --json')).written)
    expect(coverage).toContainEqual({ what: 'edges', seen: 2, all: 4, missing: ['tower yard rope', 'tower roof yard'] })
  })

  it('shows the first failing seed and its calls', async () => {
    const broken = TOWER.replace(
      'condition: player.courage == 0',
      'condition: player.courage == 0 and 1 / player.courage > 2',
    )
    const folder = await makeFolder({ [`tower/${FILE}`]: broken })
    const { status, written } = await run(folder, 'play-random tower --runs 100 --seed 1')
    expect(status).toBe(1)
    const seed = /Run with seed (\d+) failed \(expression-fails\)/.exec(written)?.[1]
    const again = await run(folder, `play-random tower --runs 1 --seed ${seed}`)
    expect(again.status).toBe(1)
    expect(again.written).toMatch(/1\. dare\(\)/)
  })
})
