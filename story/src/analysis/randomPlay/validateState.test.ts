import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HARBOUR } from '../../testSupport/harbour.ts'
import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { POOL } from '../../testSupport/pool.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Json } from '../../json.ts'
import type { StoryState } from '../../state/storyState.ts'
import { replay } from '../steps/replay.ts'
import { Coverage } from './coverage.ts'
import { playRun } from './playRun.ts'
import { findStateViolation } from './validateState.ts'

const FERRY = readFileSync(new URL('../../testSupport/formatTwo.yaml', import.meta.url), 'utf8')
const books: readonly [string, string][] = [
  ['the harbour', HARBOUR],
  ['the pool', POOL],
  ['the night ferry', FERRY],
]
const SEEDS = [1, 2, 3, 4, 5]

describe.each(books)('the states of random plays of %s', (_, source) => {
  const gamebook = loadGamebook(source)
  const pairs = SEEDS.flatMap((seed) => statesOf(gamebook, seed)).map((after, index, all) => [all[index - 1], after])

  it('are valid, whether all of them or only what has changed is examined', () => {
    const found = pairs.map(([before = null, after]) => after && findStateViolation(gamebook, after, before))
    expect(new Set(found)).toEqual(new Set([null]))
    expect(new Set(pairs.map(([, after]) => after && findStateViolation(gamebook, after)))).toEqual(new Set([null]))
  })

  it.each(faultsOf(gamebook))('have the same violation either way: %s', (_fault, harm) => {
    for (const [before, after] of pairs) {
      if (before === undefined || after === undefined) continue
      const harmed = harm(after)
      const whole = findStateViolation(gamebook, harmed)
      expect(whole).not.toBeNull()
      expect(findStateViolation(gamebook, harmed, before)).toBe(whole)
      expect(findStateViolation(gamebook, harmed, after)).toBe(whole)
    }
  })
})

/** The states of a random play share what has not changed. */
function statesOf(gamebook: Gamebook, seed: number): readonly StoryState[] {
  const run = playRun(gamebook, { seed, maxSteps: 60, mustEnd: false, coverage: new Coverage(gamebook) })
  return replay(gamebook, run.steps)
}

type Harm = (state: StoryState) => StoryState

function faultsOf(gamebook: Gamebook): readonly [string, Harm][] {
  const entities = [...gamebook.entities.values()]
  const graph = entities.find((entity) => entity.graph !== undefined)
  const bag = entities.find(({ item, container }) => item !== undefined && container !== undefined)
  const small = entities.find(({ container }) => container?.capacity === 1)
  const items = entities.filter(({ item }) => item !== undefined)
  const clock = entities.find((entity) => entity.clock !== undefined)
  const [counted] = gamebook.countedGraphs
  const faults: readonly [string, Harm | null][] = [
    ['an unknown entity', written('nobody', 'mood', 'calm')],
    ['an unknown field', written('player', 'toString', 'calm')],
    ['a hidden entity', written('player', 'revealed', false)],
    ['no node', graph === undefined ? null : written(graph.id, 'current_node_id', 'nowhere')],
    ['an unknown node', graph === undefined ? null : visited(graph.id, ['nowhere'])],
    ['a node that was entered twice', graph?.graph === undefined ? null : twice(graph.id, graph.graph.nodeIds)],
    ['a count of one', counted === undefined ? null : visits(counted, 1)],
    ['a count of a graph that is not counted', visits('player', 2)],
    [
      'an unknown speaker',
      (state) => ({ ...state, discussed: { ...state.discussed, player: ['weather', 'weather'] } }),
    ],
    ['an unknown question', (state) => ({ ...state, expecting: { entity: 'player', topic: 'weather' } })],
    ['an item in itself', bag === undefined ? null : written(bag.id, 'held_by', bag.id)],
    ['too many items', small === undefined ? null : heldBy(items.slice(0, 3), small.id)],
    ['an item that nothing can hold', items[0] === undefined ? null : written(items[0].id, 'held_by', 'nobody')],
    ['an earlier time', clock === undefined ? null : written(clock.id, 'minutes', -1)],
    ['an unknown trigger', (state) => ({ ...state, triggers: { ...state.triggers, never: { on: true, fired: 1 } } })],
  ]
  return faults.flatMap(([name, harm]): readonly [string, Harm][] => (harm === null ? [] : [[name, harm]]))
}

function written(entityId: string, field: string, value: Json): Harm {
  return (state) => {
    const fields = Object.hasOwn(state.entities, entityId) ? state.entities[entityId] : {}
    return { ...state, entities: { ...state.entities, [entityId]: { ...fields, [field]: value } } }
  }
}

function heldBy(items: readonly { readonly id: string }[], holder: string): Harm {
  return (state) => items.reduce((harmed, { id }) => written(id, 'held_by', holder)(harmed), state)
}

function visited(graphId: string, nodeIds: readonly string[]): Harm {
  return (state) => ({
    ...state,
    visited: { ...state.visited, [graphId]: [...(state.visited[graphId] ?? []), ...nodeIds] },
  })
}

function twice(graphId: string, [first = '', ...others]: readonly string[]): Harm {
  return (state) => visited(graphId, [state.visited[graphId]?.[0] ?? first, ...others.slice(0, 9), first])(state)
}

function visits(graphId: string, count: number): Harm {
  return (state) => ({ ...state, visits: { ...state.visits, [graphId]: { nowhere: count, sand: count } } })
}
