import { expect, it } from 'vitest'

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
const failures = (source: string) => checkGamebook(source).findings.filter(({ code }) => code === 'expression-fails')

it('reports a visibility that fails where the narrator is sent it', () => {
  expect(failures(garden('instructions: Things.'))).toHaveLength(1)
})

it('reports no failure of a visibility that play never evaluates', () => {
  expect(failures(garden('hidden: true'))).toEqual([])
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
