import { expect, it } from 'vitest'
import { callFunction } from '../play/callFunction.ts'
import type { World } from '../state/world.ts'
import { loadWorld } from '../testSupport/loadGamebook.ts'
import { viewCall } from './viewCall.ts'
import { viewKnownPlaces } from './viewKnownPlaces.ts'

const ignore = (): void => {}

const start = loadWorld(`
title: Four Rooms
entity_types:
  - name: Places
    instructions: Places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [cellar, stairs, hall, attic]
        functions: [{target: transition, name: go_to}]
  - name: Place
    instructions: What a place is like.
    traits: [described, graph_node]
    entities:
      - {name: Cellar, description: Dark., edges: [stairs]}
      - {name: Stairs, description: Steep., edges: [cellar, hall]}
      - name: Hall
        description: Bright.
        edges: [{to: stairs, enabled: lid.open, otherwise: The lid is shut.}, attic]
      - {name: Attic, description: Dusty., edges: [hall]}
  - name: Thing
    instructions: Things.
    traits: [described]
    fields: {open: {type: boolean, default: true}}
    entities:
      - name: Lid
        description: A lid.
        functions: [{name: shut, description: The player shuts the lid., effects: [{state/set: {field: open, value: false}}]}]
`)

/** The world after these calls. */
function after(...calls: readonly (readonly [name: string, to?: string])[]): World {
  return calls.reduce<World>((world, [name, to]) => {
    const args = to === undefined ? {} : { to }
    return { ...world, state: callFunction(world, { function: name, args, by: 'tool' }, ignore).state }
  }, start)
}

const walked = [
  ['go_to', 'stairs'],
  ['go_to', 'hall'],
] as const

it('has the places that were seen, with the exits that lead there', () => {
  expect(viewKnownPlaces(start, ignore)).toEqual([])
  expect(viewKnownPlaces(after(...walked), ignore)).toEqual([
    { graphId: 'house', nodeId: 'stairs', name: 'Stairs', edgeIds: ['stairs'], reason: null },
    { graphId: 'house', nodeId: 'cellar', name: 'Cellar', edgeIds: ['stairs', 'cellar'], reason: null },
  ])
})

it('leads through no place that was not seen, and says why a path is closed', () => {
  const shut = after(...walked, ['go_to', 'attic'], ['shut'])
  expect(viewKnownPlaces(shut, ignore)).toEqual([
    { graphId: 'house', nodeId: 'hall', name: 'Hall', edgeIds: ['hall'], reason: null },
    { graphId: 'house', nodeId: 'stairs', name: 'Stairs', edgeIds: null, reason: 'The lid is shut.' },
    { graphId: 'house', nodeId: 'cellar', name: 'Cellar', edgeIds: null, reason: 'The lid is shut.' },
  ])
})

it('a call says where it moved the player', () => {
  const { receipts } = callFunction(start, { function: 'go_to', args: { to: 'stairs' }, by: 'tool' }, ignore)
  expect(viewCall(start, 'go_to', receipts, ignore).movedTo).toBe('stairs')
})
