import { describe, expect, it } from 'vitest'
import { startState } from '../state/storyState.ts'
import type { World } from '../state/world.ts'
import { HARBOUR } from '../testSupport/harbour.ts'
import { loadGamebook, loadWorld } from '../testSupport/loadGamebook.ts'
import { worldOf } from '../traits/worldOf.ts'
import { callFunction } from './callFunction.ts'
import { entersPlace } from './enteredPlace.ts'
import { receiptLine } from './receiptLine.ts'

const gamebook = loadGamebook(`
title: Lines
description: Venice lies in the fog.
entity_types:
  - name: Places
    instructions: Places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: map
        node_ids: [quay, venice, compartment_nine, home_by_train]
        functions: [{target: transition, name: go_to}]
  - name: Place
    hidden: true
    traits: [described, graph_node]
    entities:
      - name: Quay
        description: Wet steps.
        edges:
          - venice
          - {to: compartment_nine, label: knock at compartment nine}
          - {to: home_by_train, enabled: false, otherwise: The last train has left.}
      - {name: Venice, description: Water, edges: [quay]}
      - {name: Compartment nine, description: Cough drops, edges: [quay]}
      - {name: Home by train, description: At last., edges: [quay]}
  - name: Person
    instructions: People.
    traits: [described, container]
    fields: {notebook: {type: list, label: Notebook, show: list}}
    entities:
      - name: Player
        description: You.
        notebook: [rain]
        functions:
          - {target: take, name: take}
          - {name: note, parameters: {words: text}, effects: [{list/add: {field: notebook, value: =param.words}}]}
          - {name: forget, effects: [{list/remove: {field: notebook, value: rain}}]}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities: [{name: Brass key, description: It is green., held_by: hook}]
  - {name: Fixture, hidden: true, traits: [container], entities: [{id: hook}]}
`)
const start = worldOf(gamebook, startState(1))

function lines(world: World, name: string, args: Readonly<Record<string, string>>): readonly string[] {
  const { state, receipts } = callFunction(world, { function: name, args, by: 'tool' }, () => {})
  return receipts.map((receipt) => receiptLine({ ...world, state }, receipt))
}

describe('entersPlace', () => {
  const enters = (name: string, args: Readonly<Record<string, string>>) => {
    const { state, receipts } = callFunction(start, { function: name, args, by: 'tool' }, () => {})
    return receipts.map((receipt) => entersPlace({ ...start, state }, receipt))
  }

  it('is true of a move on the map', () => {
    expect(enters('go_to', { to: 'venice' })).toEqual([true])
  })

  it('is false of a refused move, and of every other change', () => {
    expect(enters('go_to', { to: 'home_by_train' })).toEqual([false])
    expect(enters('note', { words: 'fog' })).toEqual([false])
  })
})

describe('the line of a change', () => {
  it.each([
    ['go_to', { to: 'venice' }, 'You went to Venice'],
    ['go_to', { to: 'compartment_nine' }, 'You went to compartment nine'],
    ['take', { item: 'brass_key' }, 'You took the brass key'],
    ['note', { words: 'snow' }, 'Notebook: snow'],
    ['forget', {}, 'Notebook rain → none'],
  ])('of %s %j is %j', (name, args, line) => {
    expect(lines(start, name, args)).toEqual([line])
  })
})

describe('the line of a refusal', () => {
  it("leaves the author's reason to the story", () => {
    expect(lines(start, 'go_to', { to: 'home_by_train' })).toEqual(["You can't do that now."])
  })

  it("has the engine's reason", () => {
    expect(lines(start, 'take', { item: 'quay' })).toEqual(['There is no such thing.'])
  })
})

describe('the line of a call with several effects', () => {
  const harbour = loadWorld(HARBOUR)
  const lineOf = (name: string) => {
    const { state, receipts } = callFunction(harbour, { function: name, args: {}, by: 'tool' }, () => {})
    return receipts.map((receipt) => receiptLine({ ...harbour, state }, receipt))
  }

  it('is one sentence', () => {
    expect(lineOf('sail')).toEqual(['You went to the boat. It is now 00:00.'])
  })
})
