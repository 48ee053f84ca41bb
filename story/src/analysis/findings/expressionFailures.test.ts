import { describe, expect, it } from 'vitest'

import { checkGamebook } from '../checkGamebook.ts'

/** Nothing but the visibility of the statue can fail. */
const garden = (statue: string): string => `
title: The Garden
entity_types:
  - name: Thing
    ${statue}
    traits: [described]
    entities: [{id: statue, name: Statue, description: D., enabled: 10 / player.coins > 4}]
  - name: Person
    fields: {coins: {type: integer, default: 0}}
    entities: [{id: player, functions: [{name: dig, effects: [{state/add: {field: coins, amount: 1}}]}]}]
`
const failures = (source: string) => {
  const { findings, diagnostics } = checkGamebook(source)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return findings.filter(({ code }) => code === 'expression-fails')
}

it('reports a visibility that fails where the narrator is sent it', () => {
  expect(failures(garden('instructions: Things.'))).toHaveLength(1)
})

it('reports no failure of a visibility that play never evaluates', () => {
  expect(failures(garden('hidden: true'))).toEqual([])
})

describe('the description of a function', () => {
  const bar = (guard: string, target = '') => `
title: The Bar
entity_types:
  - name: Rooms
    traits: [{name: graph, node_type_id: Room}]
    entities: [{id: inn, node_ids: [bar, street], functions: [{target: transition, name: go_to}]}]
  - name: Room
    traits: [described, graph_node]
    entities:
      - {id: bar, name: Bar, description: Loud., edges: [{to: street, effects: [{state/set: {entity_id: guest, field: thirst, value: 0}}]}]}
      - {id: street, name: Street, description: Cold., ending: true}
  - name: Guest
    traits: [described, container]
    fields: {thirst: {type: integer, default: 2}}
    entities:
      - id: guest
        name: Guest
        description: A guest.
        functions:
          - {name: drink, description: "The guest drinks {{ 6 / guest.thirst }} times.", ${guard}, ${target}effects: [{state/add: {field: thirst, amount: -1}}]}
  - {name: Thing, traits: [described, item], entities: [{id: mug, name: Mug, description: Tin.}]}
`
  const FINISHED = "enabled: inn.current_node_id == 'bar' and guest.thirst > 0"

  it('fails where the function can be called', () => {
    expect(failures(bar('enabled: guest.thirst >= 0')).map(({ message }) => message)).toEqual([
      '"drink.description" fails during play: This divides by 0.',
    ])
  })

  it('fails where the author has a reason to refuse the function', () => {
    expect(failures(bar(`${FINISHED}, otherwise: Your mug is empty.`))).toHaveLength(1)
    expect(failures(bar(FINISHED))).toEqual([])
  })

  it('is not said after the end', () => {
    expect(failures(bar(`enabled: "guest.thirst > 0 or visited(inn, 'street')"`))).toEqual([])
  })

  it('is not said where there is nothing to choose', () => {
    expect(failures(bar('enabled: guest.thirst >= 0', 'target: take, '))).toEqual([])
  })
})

it('reports a description that fails where a function of the same name has one that never does', () => {
  const source = `
title: The Lamp
entity_types:
  - name: Thing
    instructions: Things.
    traits: [described]
    fields: {oil: {type: integer, default: 2, min: 0, max: 2}}
    entities:
      - id: lamp
        name: Lamp
        description: It burns {{ 10 / lamp.oil }} hours.
        functions:
          - name: lamp
            description: The player lights it {{ 10 / 0.5 }} times.
            effects: [{state/add: {entity_id: lamp, field: oil, amount: -1}}]
`
  expect(failures(source)).toHaveLength(1)
})
