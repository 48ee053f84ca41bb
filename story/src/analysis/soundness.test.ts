import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

import { FERRY } from '../testSupport/ferry.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { POOL } from '../testSupport/pool.ts'
import { TOWER } from '../testSupport/tower.ts'
import { Coverage } from './explore/coverage.ts'
import { explore } from './explore/explore.ts'
import { playRun } from './randomPlay.ts'
import { replay } from './replay.ts'

const GAMEBOOKS = new URL('../../../gamebooks/example/', import.meta.url)
const shipped = readdirSync(GAMEBOOKS).map((name): [string, string] => {
  return [name, readFileSync(new URL(`${name}/llm-gamebook.yaml`, GAMEBOOKS), 'utf8')]
})
const salt = readFileSync(new URL('../testSupport/salt-lantern.yaml', import.meta.url), 'utf8')
const books: readonly [string, string][] = [
  ['the tower', TOWER],
  ['the harbour', HARBOUR],
  ['the pool', POOL],
  ['the ferry', FERRY],
  ['the salt lantern', salt],
  ...shipped,
]

/** Has too many states to look at them all. */
const ENDLESS = 'the harbour'
const RUNS = 60
const SLOW = 120_000

it.each(books.filter(([name]) => name !== ENDLESS))(
  'random play reaches only explored states: %s',
  (_, source) => {
    const gamebook = loadGamebook(source)
    const exploration = explore(gamebook, { maxStates: 300_000 })
    const slices = exploration.slices.filter(({ isComplete }) => isComplete)
    const known = slices.map(({ visits }) => new Set(visits.map(({ code }) => code)))
    expect(exploration.isComplete).toBe(true)
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const coverage = new Coverage(gamebook)
      const { state } = playRun(gamebook, { seed, maxSteps: 5 * seed, mustEnd: false, coverage })
      slices.forEach(({ encoding }, index) =>
        expect(known[index]?.has(encoding.encode(state)), `seed ${seed}, part ${index}`).toBe(true),
      )
      for (const seen of coverage.edges) expect(exploration.coverage.edges).toContain(seen)
      for (const seen of coverage.fired) expect(exploration.coverage.fired).toContain(seen)
    }
    expect(exploration.states).toBeGreaterThan(1)
  },
  SLOW,
)

it.each(books)(
  'every path of the search can be played: %s',
  (_, source) => {
    const gamebook = loadGamebook(source)
    const { coverage } = explore(gamebook, { maxStates: 20_000 })
    for (const [nodeId, witness] of [...coverage.endings, ...coverage.nodes]) {
      const states = replay(gamebook, witness())
      expect(states, nodeId).toHaveLength(witness().length + 1)
    }
    for (const [nodeId, witness] of coverage.endings) {
      if (nodeId.startsWith(':')) continue
      expect(replay(gamebook, witness()).at(-1)?.ended).toMatchObject({ node: nodeId })
    }
  },
  SLOW,
)
