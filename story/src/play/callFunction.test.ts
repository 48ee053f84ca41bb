import { describe, expect, it } from 'vitest'

import { buildTools } from '../prompt/buildTools.ts'
import { buildTurnText } from '../prompt/buildTurnText.ts'
import type { Json } from '../json.ts'
import type { World } from '../state/world.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { POOL } from '../testSupport/pool.ts'
import { WELL } from '../testSupport/well.ts'
import { callFunction } from './callFunction.ts'

const ignore = (): void => {}

const TAKE_AND_NOTE = '{name: take, target: take, effects: [{list/add: {field: notes, value: "=param.item.name"}}]}'

function call(world: World, name: string, args: Json = {}) {
  return callFunction(world, { function: name, args, by: 'tool' }, ignore)
}

function after(world: World, name: string, args: Json = {}): World {
  return { ...world, state: call(world, name, args).state }
}

describe('a call of a function', () => {
  it('moves the graph, and leaves a receipt and a line for the narrator', () => {
    const { state, receipts, result } = call(loadWorld(WELL), 'go_to', { to: 'chapel' })
    expect(state).toEqual({
      version: 1,
      entities: { village: { current_node_id: 'chapel' } },
      visited: { village: ['chapel'] },
      triggers: {},
      rng: { seed: 7, counter: 0 },
    })
    expect(receipts).toEqual([
      {
        action: 'graph/transition',
        by: 'tool',
        function: 'go_to',
        args: { entity_id: 'village', to: 'chapel' },
        result: 'applied',
        guards: [],
        changes: [{ entity: 'village', field: 'current_node_id', before: 'square', after: 'chapel' }],
      },
    ])
    expect(result).toEqual({ result: 'applied', changed: ['Place: Square → Chapel'] })
  })

  it.each<[string, string, Json, string]>([
    ['of a function that does not exist', 'fly', {}, 'no-such-function'],
    ['of a function whose owner is not revealed', 'haunt', {}, 'no-such-function'],
    ['with arguments that are no object', 'go_to', 'boat', 'bad-arguments'],
    ['with a list for arguments', 'go_to', [], 'bad-arguments'],
    ['without a target', 'go_to', {}, 'bad-arguments'],
    ['with a number as target', 'go_to', { to: 3 }, 'bad-arguments'],
    ['with an argument too many', 'go_to', { to: 'boat', how: 'fast' }, 'bad-arguments'],
    ['with an argument where the author fixed the target', 'sail', { to: 'boat' }, 'bad-arguments'],
    ['to a node of no graph', 'go_to', { to: 'rope' }, 'not-in-graph'],
    ['to a node that does not exist', 'go_to', { to: '__proto__' }, 'not-in-graph'],
    ['to a node that is not revealed', 'go_to', { to: 'cave' }, 'not-in-graph'],
    ['to the node where the graph stands', 'go_to', { to: 'quay' }, 'not-an-edge'],
    ['with a number beyond its bounds', 'add_courage', { amount: 101 }, 'bad-arguments'],
    ['with a number that is not whole', 'add_courage', { amount: 0.5 }, 'bad-arguments'],
    ['with an entity of another type', 'befriend', { who: 'rope' }, 'bad-arguments'],
    ['with an entity that is not revealed', 'befriend', { who: 'ghost' }, 'bad-arguments'],
    ['with a text that is too long', 'sing', { words: 'x'.repeat(501) }, 'bad-arguments'],
    ['beyond what the action takes', 'rest', { minutes: 0 }, 'out-of-range'],
    ['at a bound that refuses', 'add_luck', { amount: 9 }, 'out-of-range'],
    ['of which an effect is refused', 'half', {}, 'out-of-range'],
    ['of which an expression fails', 'fail', {}, 'expression-error'],
    ['of a thing that is not here', 'take', { item: 'fog' }, 'not-at-hand'],
  ])('is refused %s', (_, name, args, code) => {
    const world = loadWorld(HARBOUR)
    const { state, receipts, result } = call(world, name, args)
    expect(state).toBe(world.state)
    expect(result).toMatchObject({ result: 'refused', code })
    expect(receipts).toEqual([expect.objectContaining({ result: 'refused', code, changes: [] })])
  })

  it('fills the payload from the parameters of the same name', () => {
    const { receipts } = call(loadWorld(HARBOUR), 'add_courage', { amount: 2 })
    expect(receipts).toMatchObject([
      { action: 'state/add', args: { entity_id: 'player', field: 'courage', amount: 2 }, result: 'applied' },
    ])
  })

  it('reads its parameters in effects, an entity as one', () => {
    expect(after(loadWorld(HARBOUR), 'befriend', { who: 'mate' }).state.entities).toEqual({
      player: { friend: 'mate' },
    })
    const { receipts, result } = call(loadWorld(HARBOUR), 'sing', { words: 'ahoy' })
    expect(receipts).toMatchObject([
      { action: 'song/sung', args: { words: 'ahoy' }, effects: [{ action: 'list/add', args: { value: 'ahoy' } }] },
    ])
    expect(result).toMatchObject({ changed: ['sayings of Player: added ahoy'] })
  })

  it("reads the engine's choices too", () => {
    const world = loadWorld(HARBOUR.replace('{name: take, target: take}', TAKE_AND_NOTE))
    expect(after(world, 'take', { item: 'rope' }).state.entities['player']).toEqual({ notes: ['first', 'Rope'] })
  })

  it('applies the effects of its roll', () => {
    const missed = call({ ...loadWorld(HARBOUR), rollDice: fixedDice(1) }, 'dare')
    expect(missed.receipts).toMatchObject([
      { action: 'core/call', roll: { dice: [1, 1], add: 2, total: 4, at_least: 8, success: false } },
    ])
    expect(missed.state.entities).toEqual({ player: { luck: 0, courage: 0 } })
    const made = call({ ...loadWorld(HARBOUR), rollDice: fixedDice(6) }, 'dare')
    expect(made.state.entities).toEqual({ player: { sworn: true }, pearl: { revealed: true } })
    expect(made.result).toMatchObject({
      check: 'passed',
      changed: ['The check of Courage: 14 against 8, success', 'Player: sworn: no → yes', 'Pearl: known now'],
    })
  })

  it('undoes its dice if a later effect is refused', () => {
    const world = after({ ...loadWorld(HARBOUR), rollDice: fixedDice(1) }, 'dare')
    const { state, result } = call({ ...world, rollDice: fixedDice(1) }, 'dare')
    expect(result).toMatchObject({ result: 'refused', code: 'out-of-range' })
    expect(state).toBe(world.state)
  })

  it('drops everything after a reset', () => {
    const world = after(loadWorld(HARBOUR), 'go_to', { to: 'boat' })
    const { state, receipts } = call(world, 'begin_again')
    expect(state).toEqual(loadWorld(HARBOUR).state)
    expect(receipts[0]?.effects?.map(({ action }) => action)).toEqual(['state/toggle', 'core/reset-game'])
  })

  it('reports time, items and places', () => {
    const world = after(loadWorld(HARBOUR), 'take', { item: 'rope' })
    expect(call(loadWorld(HARBOUR), 'take', { item: 'rope' }).result).toMatchObject({
      changed: ['Rope: from Quay to Player'],
    })
    expect(call(world, 'sail').result).toMatchObject({
      changed: ['Place: Quay → Boat', 'Night: day 1, 23:30 → day 2, 00:00'],
    })
  })

  it('is bound by exits and reach only in its main action, not in its effects', () => {
    const world = loadWorld(
      WELL.replace(
        'functions: [{target: transition, name: go_to,',
        'functions: [{name: fall, effects: [{graph/transition: {to: chapel}}, {graph/transition: {to: square}}, {graph/transition: {to: square}}]}, {target: transition, name: go_to,',
      ),
    )
    expect(call(world, 'go_to', { to: 'square' }).result).toMatchObject({ code: 'not-an-edge' })
    expect(call(world, 'fall')).toMatchObject({
      result: { result: 'applied' },
      state: { visited: { village: ['chapel'] } },
    })
  })

  it('ends the story at an ending, and every later call is refused', () => {
    const world = after(after(loadWorld(WELL), 'untie_rope'), 'go_to', { to: 'well_shaft' })
    expect(world.state.ended).toEqual({ graph: 'village', node: 'well_shaft', title: 'Answered', kind: 'good' })
    expect(call(world, 'go_to', { to: 'square' }).result).toMatchObject({ code: 'game-ended' })
    expect(call(world, 'no_such_tool').result).toMatchObject({ code: 'game-ended' })
  })

  it('lists a node as visited once, and the start never', () => {
    const back = after(after(loadWorld(WELL), 'go_to', { to: 'chapel' }), 'go_to', { to: 'square' })
    expect(after(back, 'go_to', { to: 'chapel' }).state.visited).toEqual({ village: ['chapel'] })
  })
})

describe('the visits of a graph', () => {
  it('are counted if an expression counts them', () => {
    const start = loadWorld(POOL)
    const once = after(start, 'go_to', { to: 'pool' })
    expect(once.state).toMatchObject({ version: 1, visited: { shore: ['pool'] } })
    const twice = after(once, 'turn_around')
    expect(twice.state).toMatchObject({ version: 2, visits: { shore: { pool: 2 } } })
    const back = after(after(twice, 'go_to', { to: 'sand' }), 'go_to', { to: 'pool' })
    expect(back.state).toMatchObject({ visited: { shore: ['pool'] }, visits: { shore: { pool: 3, sand: 2 } } })
  })

  it('go on in a state of version 1, where each visited node counts once', () => {
    const start = loadWorld(POOL)
    const old = { ...start.state, entities: { shore: { current_node_id: 'pool' } }, visited: { shore: ['pool'] } }
    expect(after({ ...start, state: old }, 'turn_around').state.visits).toEqual({ shore: { pool: 2 } })
  })

  it('are not counted if no expression counts them', () => {
    const start = loadWorld(POOL.replaceAll('visits(', 'visited(').replaceAll(/ (>=|>|==) \d/g, ''))
    const world = after(after(start, 'go_to', { to: 'pool' }), 'turn_around')
    expect(JSON.stringify(world.state)).toContain('{"version":1,')
    expect(world.state).not.toHaveProperty('visits')
  })

  it('stay a number that can be stored', () => {
    const start = loadWorld(POOL)
    const most = { shore: { pool: Number.MAX_SAFE_INTEGER } }
    const state = {
      ...start.state,
      version: 2,
      entities: { shore: { current_node_id: 'pool' } },
      visits: most,
    } as const
    expect(after({ ...start, state }, 'turn_around').state.visits).toEqual(most)
  })
})

describe('an offered call', () => {
  const choices = (world: World, tool: string, parameter: string): unknown =>
    buildTools(world, ignore).find(({ name }) => name === tool)?.parameters.properties[parameter]?.enum

  it('is exactly a call that would be applied', () => {
    const world = loadWorld(HARBOUR)
    expect(choices(world, 'go_to', 'to')).toEqual(['boat'])
    expect(choices(world, 'take', 'item')).toEqual(['rope', 'coin', 'sack', 'box'])
    expect(choices(world, 'drop', 'item')).toBeUndefined()
    expect(choices(world, 'befriend', 'who')).toEqual(['player', 'mate'])
    const holding = after(world, 'take', { item: 'rope' })
    expect(choices(holding, 'drop', 'item')).toEqual(['rope'])
    expect(choices(holding, 'give', 'to')).toEqual(['quay', 'sack', 'box'])
  })

  it('never names unrevealed entities', () => {
    const world = after(loadWorld(HARBOUR), 'add_courage', { amount: 3 })
    for (const told of [JSON.stringify(buildTools(world, ignore)), buildTurnText(world, ignore)]) {
      expect(told).not.toMatch(/ghost|haunt|pearl|cave/i)
    }
  })
})

describe('the state of the turn', () => {
  it('has the time, the held items and the fields in the prompt', () => {
    const told = buildTurnText(after(loadWorld(HARBOUR), 'take', { item: 'rope' }), ignore)
    expect(told).toContain('### Night: Night\n\n- Time: day 1, 23:30')
    expect(told).toContain('- Holds: Rope\n- Courage: 2 of 5\n- Luck: 1 of 3\n- weight: 1.5\n- mood: calm\n- sworn: no')
    expect(told).toContain('- sayings: aye\n- friend: none\n- friends: none\n- nerve: 3')
    expect(told).toContain('### Thing: Rope\n\nLong.')
    expect(told).not.toContain('purse')
  })
})

/** Dice that always show the same. */
function fixedDice(side: number): World['rollDice'] {
  return (rng, count) => ({
    dice: Array.from({ length: count }, () => side),
    rng: { ...rng, counter: rng.counter + count },
  })
}
