import { describe, expect, it } from 'vitest'

import type { Topic } from '../gamebook/gamebook.ts'
import { callFunction } from '../play/callFunction.ts'
import { runTriggers } from '../play/runTriggers.ts'
import { startState } from '../state/storyState.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { restoreState } from './restoreState.ts'

const gamebook = loadGamebook(HARBOUR)
const ignore = (): void => {}

const saved = (entities: object, more: object = {}): object => ({ ...startState(7), entities, ...more })

describe('a saved state', () => {
  it('is restored byte for byte in an unchanged gamebook', () => {
    const calls = [
      { function: 'take', args: { item: 'rope' } },
      { function: 'dare', args: {} },
      { function: 'sail', args: {} },
    ]
    const state = calls.reduce(
      (before, call) => callFunction(worldOf(gamebook, before), { ...call, by: 'tool' }, ignore).state,
      runTriggers(worldOf(gamebook, startState(7)), ignore).state,
    )
    const restored = restoreState(gamebook, JSON.parse(JSON.stringify(state)), 1)
    expect(JSON.stringify(restored)).toBe(JSON.stringify({ state, findings: [] }))
  })

  it.each<[string, object, object, string[]]>([
    ['an entity that is gone', { giant: { size: 3 } }, {}, ['state-orphan entities.giant']],
    [
      'a field that is gone',
      { player: { strength: 3, luck: 2 } },
      { player: { luck: 2 } },
      ['state-orphan entities.player.strength'],
    ],
    [
      'a node that is gone',
      { harbour: { current_node_id: 'pier' } },
      { harbour: {} },
      ['state-orphan entities.harbour.current_node_id'],
    ],
    ['a holder that is gone', { rope: { held_by: 'giant' } }, { rope: {} }, ['state-orphan entities.rope.held_by']],
    [
      'a number that was a text',
      { player: { courage: '3' } },
      { player: { courage: 3 } },
      ['state-type entities.player.courage'],
    ],
    [
      'a number beyond its bounds',
      { player: { courage: 9 } },
      { player: { courage: 5 } },
      ['state-type entities.player.courage'],
    ],
    ['a text that was a number', { player: { mood: 3 } }, { player: {} }, ['state-type entities.player.mood']],
    [
      'a fraction where there is none',
      { player: { courage: 2.5 } },
      { player: {} },
      ['state-type entities.player.courage'],
    ],
    [
      'an entity of another type',
      { player: { friend: 'rope' } },
      { player: {} },
      ['state-type entities.player.friend'],
    ],
    [
      'a field that is computed now',
      { player: { nerve: 3 } },
      { player: { nerve: 3 } },
      ['state-dynamic entities.player.nerve'],
    ],
    ['what is no mapping', { player: 3 }, {}, ['state-orphan entities.player']],
    [
      'things that hold each other',
      { sack: { held_by: 'box' } },
      { sack: {} },
      ['state-orphan entities.sack.held_by', 'state-orphan entities.box.held_by'],
    ],
  ])('is repaired, with a notice: %s', (_, entities, kept, findings) => {
    const restored = restoreState(gamebook, saved(entities), 1)
    expect(restored.state.entities).toEqual(kept)
    expect(restored.findings.map(({ code, path }) => `${code} ${path}`)).toEqual(findings)
  })

  it('loses visits and triggers that no longer exist', () => {
    const more = { visited: { harbour: ['boat', 'pier'], lost: ['a'] }, triggers: { 'Gone#0': { on: true, fired: 1 } } }
    const { state, findings } = restoreState(gamebook, saved({}, more), 1)
    expect(state).toMatchObject({ visited: { harbour: ['boat'] }, triggers: {} })
    expect(findings.map(({ path }) => path)).toEqual(['visited.harbour', 'visited.lost', 'triggers.Gone#0'])
  })

  it('wins if the gamebook now computes the field', () => {
    const { state } = restoreState(gamebook, saved({ player: { nerve: 9 } }), 1)
    expect(worldOf(gamebook, state).reading.findField(worldOf(gamebook, state), playerOf(), 'nerve')).toBe(9)
  })

  it.each([[null], ['text'], [[1]], [7]])('that is not an object starts over, and says so: %j', (stored) => {
    const { state, findings } = restoreState(gamebook, stored, 5)
    expect(state).toEqual(startState(5))
    expect(findings).toMatchObject([{ code: 'state-invalid' }])
  })

  it('of a newer version is refused', () => {
    expect(() => restoreState(gamebook, { ...startState(1), version: 3 }, 1)).toThrow(
      expect.objectContaining({ code: 'state-version' }),
    )
  })
})

function topic(id: string): Topic {
  const say = { kind: 'constant', text: 'Yes.' } as const
  return { id, about: [id], label: null, say, enabled: null, once: false, effects: [] }
}

describe('the parts of version 2', () => {
  const mate = gamebook.entities.get('mate') ?? expect.unreachable()
  const speaker = { ...mate, speaker: { topics: [topic('tide'), topic('boat')] } }
  const talkative = { ...gamebook, entities: new Map([...gamebook.entities, ['mate', speaker]]) }
  const parts = {
    visits: { harbour: { quay: 3, boat: 2 } },
    discussed: { mate: ['boat', 'tide'] },
    expecting: { entity: 'mate', topic: 'tide' },
    nudged: true,
  }

  it('are restored byte for byte', () => {
    const state = { ...startState(7), version: 2, ...parts }
    const restored = restoreState(talkative, JSON.parse(JSON.stringify(state)), 1)
    expect(JSON.stringify(restored)).toBe(JSON.stringify({ state, findings: [] }))
  })

  it('make version 1 where nothing of them is left', () => {
    const { state } = restoreState(gamebook, saved({}, { version: 2, discussed: { mate: ['boat'] }, visits: {} }), 1)
    expect(JSON.stringify(state)).toBe(JSON.stringify(startState(7)))
  })

  it.each<[string, object, object, string[]]>([
    ['a graph that is gone', { visits: { lost: { a: 2 } } }, {}, ['state-orphan visits.lost']],
    ['an entity that is not a graph', { visits: { player: { a: 2 } } }, {}, ['state-orphan visits.player']],
    [
      'a node that is gone',
      { visits: { harbour: { pier: 2, boat: 2 } } },
      { visits: { harbour: { boat: 2 } } },
      ['state-orphan visits.harbour.pier'],
    ],
    [
      'counts that are not positive integers',
      { visits: { harbour: { quay: -1, boat: 1.5, cave: '2' } } },
      {},
      ['state-type visits.harbour.quay', 'state-type visits.harbour.boat', 'state-type visits.harbour.cave'],
    ],
    ['counts beyond all integers', { visits: { harbour: { boat: 1e300 } } }, {}, ['state-type visits.harbour.boat']],
    ['counts in a list', { visits: { harbour: [2] } }, {}, ['state-type visits.harbour']],
    ['no mapping of counts', { visits: 7 }, {}, ['state-type visits']],
    [
      'topics that are gone',
      { discussed: { mate: ['whale', 'tide', 'moon'] } },
      { discussed: { mate: ['tide'] } },
      ['state-orphan discussed.mate'],
    ],
    ['a speaker that is gone', { discussed: { giant: ['tide'] } }, {}, ['state-orphan discussed.giant']],
    ['an entity that says nothing', { discussed: { player: ['tide'] } }, {}, ['state-orphan discussed.player']],
    [
      'topics twice',
      { discussed: { mate: ['tide', 'tide'] } },
      { discussed: { mate: ['tide'] } },
      ['state-orphan discussed.mate'],
    ],
    [
      'topics that are not text',
      { discussed: { mate: [7, ['tide'], 'tide'] } },
      { discussed: { mate: ['tide'] } },
      ['state-type discussed.mate'],
    ],
    ['no list of topics', { discussed: { mate: 'tide' } }, {}, ['state-type discussed.mate']],
    ['no mapping of topics', { discussed: ['tide'] }, {}, ['state-type discussed']],
    ['a question that is gone', { expecting: { entity: 'mate', topic: 'whale' } }, {}, ['state-orphan expecting']],
    [
      'a question of an entity that is gone',
      { expecting: { entity: 'giant', topic: 'tide' } },
      {},
      ['state-orphan expecting'],
    ],
    ['no question', { expecting: 'tide' }, {}, ['state-type expecting']],
    ['a nudge that is not true', { nudged: 1 }, {}, ['state-type nudged']],
  ])('are repaired, with a notice: %s', (_, more, kept, findings) => {
    const { state, ...restored } = restoreState(talkative, saved({}, { version: 2, ...more }), 1)
    const version = Object.keys(kept).length === 0 ? 1 : 2
    expect(state).toEqual({ ...startState(7), version, ...kept })
    expect(restored.findings.map(({ code, path }) => `${code} ${path}`)).toEqual(findings)
  })

  it('are safe with keys of prototypes and a long list of topics', () => {
    const hostile = `{"version":2,"visits":{"__proto__":{"quay":2},"constructor":{"quay":2},"harbour":{"__proto__":9,"toString":2}},
      "discussed":{"__proto__":["tide"],"mate":[${'"tide","x",'.repeat(100_000)}"boat"]},"expecting":{"entity":"__proto__","topic":"tide"}}`
    const { state, findings } = restoreState(talkative, JSON.parse(hostile), 7)
    expect(state).toEqual({ ...startState(7), version: 2, discussed: { mate: ['tide', 'boat'] } })
    expect(findings.length).toBeLessThan(6)
  })
})

describe('the older format', () => {
  const book = loadGamebook(`${HARBOUR}
  - name: Watch
    entities: []
    triggers:
      - {condition: harbour.current_node_id == 'boat', effects: [{state/set: {entity_id: player, field: sworn, value: true}}]}
      - {condition: player.courage > 100, effects: [{state/set: {entity_id: player, field: sworn, value: true}}]}
`)

  it('counts current conditions as seen, so nothing fires again', () => {
    const older = {
      entities: { harbour: { current_node_id: 'boat' }, player: { friend: { type: 'entity', target: 'mate' } } },
    }
    const { state, findings } = restoreState(book, older, 9)
    expect(findings).toEqual([])
    expect(state).toEqual({
      version: 1,
      entities: { harbour: { current_node_id: 'boat' }, player: { friend: 'mate' } },
      visited: { harbour: ['boat'] },
      triggers: { 'Watch#0': { on: true, fired: 0 } },
      rng: { seed: 9, counter: 0 },
    })
    expect(runTriggers(worldOf(book, state), ignore).receipts).toEqual([])
  })
})

function playerOf() {
  return gamebook.entities.get('player') ?? expect.unreachable()
}
