import { describe, expect, it } from 'vitest'

import type { Json } from '../json.ts'
import type { World } from '../state/world.ts'
import { house, moveTo, room } from '../testSupport/house.ts'
import { callFunction, type CallOutcome } from './callFunction.ts'
import { narrationsIn } from './narrationsIn.ts'
import { openStory } from './openStory.ts'

const failures: string[] = []
const report = (where: string): void => {
  failures.push(where)
}

const call = (world: World, name: string, args: Json = {}): CallOutcome =>
  callFunction(world, { function: name, args, by: 'player' }, report)

const after = (world: World, name: string, args: Json = {}): World => ({
  ...world,
  state: call(world, name, args).state,
})

const ROOMS = house(
  `
      - id: hall
        name: Hall
        description: Stairs.
        first_visit: The hall smells of wax.
        on_enter: [{narrate: The hall again.}]
        edges:
          - {to: attic, narrate: Up you go., effects: [{state/add: {entity_id: diary, field: steps, amount: 1}}]}
          - {to: attic, id: climb, label: by the ivy, narrate: The ivy holds., effects: [{state/add: {entity_id: diary, field: steps, amount: 10}}]}
          - {to: hall, narrate: You turn around.}
          - {to: cellar, enabled: diary.open, otherwise: [{if: diary.steps > 3, text: You are too tired.}, {if: diary.steps > 90, text: Never., }, {text: It is locked.}]}
      - id: attic
        name: Attic
        description: Dust.
        first_visit: "First time up here, after {{ diary.steps }}."
        on_enter:
          - narrate: "Dust rises ({{ diary.steps }})."
          - state/add: {entity_id: diary, field: steps, amount: 100}
        edge_ids: [hall, garden]
      - {id: cellar, name: Cellar, description: Coal., edge_ids: [hall]}
      - {id: garden, name: Garden, description: Roses., ending: {title: Out, text: Air.}, on_enter: [{narrate: The gate swings shut.}]}`,
  '',
  `{id: tired, condition: diary.steps > 100, effects: [{narrate: You sit down.}]}`,
)

describe('a move of a player', () => {
  it('narrates the exit, the first visit, the entry, the function, its effects and the triggers, in this order', () => {
    const { receipts, result } = call(ROOMS, 'go_to', { to: 'attic' })
    const narrations = [
      'Up you go.',
      'First time up here, after 1.',
      'Dust rises (1).',
      'I walk (101).',
      'I arrive at Attic.',
      'You sit down.',
    ]
    expect(narrationsIn(receipts)).toEqual(narrations)
    expect(result).toMatchObject({ result: 'applied', narrations })
  })

  it('records each step as an effect', () => {
    const [receipt] = call(ROOMS, 'go_to', { to: 'attic' }).receipts
    expect(receipt?.effects?.map(({ action }) => action)).toEqual([
      'core/narrate',
      'state/add',
      'core/narrate',
      'core/narrate',
      'state/add',
      'core/narrate',
      'core/narrate',
    ])
    expect(receipt?.effects?.[0]).toEqual({ action: 'core/narrate', args: { text: 'Up you go.' }, changes: [] })
  })

  it('narrates the first visit once, and the entry each time', () => {
    const back = after(after(ROOMS, 'go_to', { to: 'attic' }), 'go_to', { to: 'hall' })
    expect(narrationsIn(call(back, 'go_to', { to: 'attic' }).receipts)).toEqual([
      'Up you go.',
      'Dust rises (102).',
      'I walk (202).',
      'I arrive at Attic.',
    ])
  })

  it('enters again along an edge to the same node', () => {
    expect(narrationsIn(call(ROOMS, 'go_to', { to: 'hall' }).receipts)).toEqual([
      'You turn around.',
      'The hall again.',
      'I walk (0).',
      'I arrive at Hall.',
    ])
  })

  it('takes the named one of several edges to a node, and says which', () => {
    const { receipts, state } = call(ROOMS, 'go_to', { to: 'climb' })
    expect(receipts[0]).toMatchObject({ args: { entity_id: 'house', to: 'attic' }, edge: 'climb' })
    expect(narrationsIn(receipts).slice(0, 2)).toEqual(['The ivy holds.', 'First time up here, after 10.'])
    expect(state.entities['diary']).toEqual({ steps: 110 })
    expect(call(ROOMS, 'go_to', { to: 'attic' }).receipts[0]).not.toHaveProperty('edge')
  })

  it('takes the edge with the id of the node, also if another one comes first', () => {
    const world = house(
      room('hall', 'edges: [{to: attic, id: jump, narrate: Jump.}, {to: attic, narrate: Walk.}]') +
        room('attic', 'edge_ids: []') +
        room('cellar', 'edge_ids: []') +
        room('garden', 'edge_ids: []'),
    )
    expect(narrationsIn(call(world, 'go_to', { to: 'attic' }).receipts)[0]).toBe('Walk.')
    expect(narrationsIn(call(world, 'go_to', { to: 'jump' }).receipts)[0]).toBe('Jump.')
  })

  it('runs the effects of entering an ending, and none afterwards', () => {
    const ended = after(after(ROOMS, 'go_to', { to: 'attic' }), 'go_to', { to: 'garden' })
    expect(ended.state.ended).toMatchObject({ node: 'garden', title: 'Out' })
    expect(narrationsIn(call(after(ROOMS, 'go_to', { to: 'attic' }), 'go_to', { to: 'garden' }).receipts)).toEqual([
      'The gate swings shut.',
      'I walk (101).',
      'I arrive at Garden.',
    ])
    expect(call(ended, 'go_to', { to: 'hall' }).result).toMatchObject({ code: 'game-ended' })
  })

  it('gives the first reason that applies', () => {
    expect(call(ROOMS, 'go_to', { to: 'cellar' }).result).toMatchObject({ reason: 'It is locked.' })
    const tired = { ...ROOMS, state: { ...ROOMS.state, entities: { diary: { steps: 4 } } } }
    expect(call(tired, 'go_to', { to: 'cellar' }).result).toMatchObject({ reason: 'You are too tired.' })
  })
})

describe('the opening', () => {
  it('narrates the first visit of the start and does not enter it', () => {
    expect(openStory(ROOMS, report)).toEqual([
      {
        action: 'core/narrate',
        by: 'system',
        args: { text: 'The hall smells of wax.' },
        result: 'applied',
        guards: [],
        changes: [],
      },
    ])
    const back = after(ROOMS, 'go_to', { to: 'attic' })
    expect(narrationsIn(call(back, 'go_to', { to: 'hall' }).receipts)).not.toContain('The hall smells of wax.')
  })
})

describe('a move by an effect or a trigger', () => {
  const world = house(
    room(
      'hall',
      `edges: [{to: attic, narrate: Not by edges., effects: [{state/toggle: {entity_id: diary, field: open}}]}]`,
    ) +
      room('attic', `first_visit: First., on_enter: [{narrate: Entered.}]`) +
      room('cellar', 'edge_ids: []') +
      room('garden', 'edge_ids: []'),
    `          - {name: fall, description: F, effects: [{narrate: You slip.}, ${moveTo('attic')}, {narrate: Ouch.}]}
          - {name: wait, description: W, effects: [{state/add: {entity_id: diary, field: steps, amount: 1}}]}`,
    `{id: carried, condition: diary.steps == 1, effects: [${moveTo('attic')}]}`,
  )

  it('enters the node without the effects of an edge', () => {
    const { receipts, state } = call(world, 'fall')
    expect(narrationsIn(receipts)).toEqual(['You slip.', 'First.', 'Entered.', 'Ouch.'])
    expect(state.entities).toEqual({ house: { current_node_id: 'attic' } })
    expect(narrationsIn(call(world, 'wait').receipts)).toEqual(['First.', 'Entered.'])
  })
})

describe('a refusal anywhere', () => {
  const refused = '{list/remove: {entity_id: shelf, field: rest, value: a}}'

  it.each([
    ['in the effects of the edge', `edges: [{to: attic, narrate: Up., effects: [${refused}]}]`, 'edge_ids: []'],
    ['on entering', 'edge_ids: [attic]', `first_visit: First., on_enter: [{narrate: In.}, ${refused}]`],
  ])('undoes the whole call, narrations included: %s', (_, hall, attic) => {
    const world = house(
      room('hall', hall) +
        room('attic', attic) +
        room('cellar', 'edge_ids: []') +
        room('garden', 'edge_ids: []') +
        room('shelf', 'rest: []'),
    )
    const { receipts, state, result } = call(world, 'go_to', { to: 'attic' })
    expect(state).toBe(world.state)
    expect(result).toMatchObject({ result: 'refused', code: 'not-in-list' })
    expect(receipts).toHaveLength(1)
    expect(narrationsIn(receipts)).toEqual([])
  })
})

describe('words that cannot be rendered', () => {
  it('are left out and reported', () => {
    const world = house(
      room('hall', 'edge_ids: [attic]') +
        room('attic', 'on_enter: [{narrate: "{{ 1 / diary.steps }}"}, {narrate: Still here.}]') +
        room('cellar', 'edge_ids: []') +
        room('garden', 'edge_ids: []'),
    )
    failures.length = 0
    const { receipts } = call(world, 'go_to', { to: 'attic' })
    expect(narrationsIn(receipts)).toEqual(['Still here.', 'I walk (0).', 'I arrive at attic.'])
    expect(failures).toEqual(['go_to'])
  })
})

describe('a narration that placeholders make long', () => {
  it('is cut off', () => {
    const world = house(
      room('hall', `edges: [{to: attic, narrate: "${'{{ hall.description }}'.repeat(50)}"}]`).replace(
        'description: D',
        `description: ${'d'.repeat(1000)}`,
      ) +
        room('attic', 'edge_ids: []') +
        room('cellar', 'edge_ids: []') +
        room('garden', 'edge_ids: []'),
    )
    expect(narrationsIn(call(world, 'go_to', { to: 'attic' }).receipts)[0]).toHaveLength(8000)
  })
})

describe('a promise', () => {
  it('is recorded before the effect beside it', () => {
    const world = house(
      room(
        'hall',
        `edges: [{to: attic, effects: [{narrate: I will wait., promise: {id: wait, text: Somebody waits., kept: diary.open}}]}]`,
      ) +
        room('attic', 'edge_ids: []') +
        room('cellar', 'edge_ids: []') +
        room('garden', 'edge_ids: []'),
    )
    const [receipt] = call(world, 'go_to', { to: 'attic' }).receipts
    expect(receipt?.effects).toHaveLength(4)
    expect(receipt?.effects?.slice(0, 2)).toMatchObject([
      { action: 'core/promise', args: { id: 'wait', text: 'Somebody waits.' } },
      { action: 'core/narrate', args: { text: 'I will wait.' } },
    ])
  })
})
