import { describe, expect, it } from 'vitest'
import { callFunction } from '../play/callFunction.ts'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { viewCall } from './viewCall.ts'
import { viewPlayerLocation, viewStory } from './viewStory.ts'

const ignore = (): void => {}
const gamebook = loadGamebook(`
title: The Cellar
entity_types:
  - name: Places
    instructions: Places.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: house, node_ids: [cellar, yard], functions: [{target: transition, name: go_to}]}]
  - name: Place
    instructions: What a place is like.
    traits: [described, graph_node]
    entities:
      - {name: Cellar, description: Dark., edges: [yard]}
      - {name: Yard, description: Bright., edges: [cellar]}
  - name: Person
    instructions: People.
    traits: [described, container]
    fields:
      nerve: {type: integer, default: 2, min: 0, max: 3, label: Nerve, show: bar}
      notes: {type: list, label: Notes}
      luck: {type: integer, label: Luck, tell: false}
      plain: integer
    entities:
      - name: Player
        description: You.
        notes: [rain, snow]
        functions:
          - {target: take, name: take, enabled: player.nerve > 0, otherwise: Your hands shake.}
          - {name: brag, effects: [{state/set: {field: nerve, value: 0}}]}
          - name: leap
            description: The player leaps.
            check: {roll: 2d6, add: player.nerve, at_least: 30, on_failure: [{dice/roll: {roll: d6}}]}
          - {name: shout, parameters: {words: {type: text, max_length: 9}}, effects: [{echo/heard: {}}]}
      - {id: ghost, name: Ghost, description: Boo., secret: true, functions: [{name: haunt, enabled: false, otherwise: Not at noon., effects: [{a/b: {}}]}]}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities:
      - {id: lamp, name: Lamp, description: Lit., held_by: player}
      - {id: crate, name: Crate of eggs, description: Full., held_by: hook}
  - name: Fixture
    instructions: What holds things.
    traits: [described, container]
    entities: [{id: hook, name: Hook, description: Bent., enabled: house.current_node_id == 'cellar'}]
  - name: Hours
    instructions: Time.
    traits: [described, clock]
    entities: [{id: sun, name: Sun, description: Low., start: "23:30", minutes: 45}]
`)
const start = worldOf(gamebook, startState(2))

function after(world: World, name: string, args: Readonly<Record<string, string>> = {}): World {
  return { ...world, state: callFunction(world, { function: name, args, by: 'tool' }, ignore).state }
}

describe('the view of a story', () => {
  const view = viewStory(start, ignore)

  it('has the containers and their contents', () => {
    expect(view.inventoryIds).toEqual(['player'])
    expect(view.entities.map(({ id, isItem, heldBy }) => [id, isItem, heldBy])).toEqual([
      ['yard', false, null],
      ['player', false, null],
      ['lamp', true, 'player'],
      ['crate', true, 'hook'],
      ['hook', false, null],
      ['sun', false, null],
    ])
  })

  it('separates nodes from other entities, and constant entities from the rest', () => {
    const told = view.entities.map(({ id, isNode, isConstant, isContainer }) => [id, isNode, isConstant, isContainer])
    expect(told).toContainEqual(['yard', true, true, false])
    expect(told).toContainEqual(['player', false, true, true])
    expect(told).toContainEqual(['hook', false, false, true])
  })

  it('has the labeled fields that are shown or in the prompt', () => {
    expect(view.entities.find(({ id }) => id === 'player')?.fields).toEqual([
      { label: 'Nerve', type: 'integer', value: 2, values: ['2'], max: 3 },
      { label: 'Notes', type: 'list', value: null, values: ['rain', 'snow'], max: null },
    ])
  })

  it('has the time', () => {
    expect(view.clocks).toEqual([{ id: 'sun', minutes: 45, day: 2, timeOfDay: '00:15' }])
  })

  it("has the player's place", () => {
    expect(view.placeGraphIds).toEqual(['house'])
    expect(viewPlayerLocation(start, ignore)?.name).toBe('Cellar')
    expect(viewPlayerLocation(after(start, 'go_to', { to: 'yard' }), ignore)?.name).toBe('Yard')
  })

  it('has the maximum length of a text', () => {
    const shout = view.functions.find(({ name }) => name === 'shout')
    expect(shout?.parameters).toEqual([
      { name: 'words', description: 'words', required: true, type: 'text', maxLength: 9 },
    ])
  })

  it('has the reason of a refusing guard, except for unrevealed entities', () => {
    expect(view.refused).toEqual([])
    expect(viewStory(after(start, 'brag'), ignore).refused).toEqual([
      { name: 'take', description: 'take', action: 'item/take', choosesItem: true, reason: 'Your hands shake.' },
    ])
  })
})

it('a call has its dice, and the label of their bonus', () => {
  const { receipts } = callFunction(start, { function: 'leap', args: {}, by: 'tool' }, ignore)
  expect(viewCall(start, 'leap', receipts, ignore)).toEqual({
    description: 'The player leaps.',
    action: null,
    rolls: [
      { dice: [5, 2], add: 2, addedBy: 'Nerve', total: 9, success: false, isCheck: true },
      { dice: [2], add: 0, addedBy: null, total: 2, success: null, isCheck: false },
    ],
    movedTo: null,
  })
  expect(viewCall(start, 'no_such', receipts, ignore)).toEqual({
    description: '',
    action: null,
    rolls: [],
    movedTo: null,
  })
})
