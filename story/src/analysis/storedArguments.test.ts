import { describe, expect, it } from 'vitest'

import { checkGamebook, type GamebookCheck } from './checkGamebook.ts'

interface Door {
  readonly field: string
  readonly parameter: string
  readonly effect?: string
  readonly opens: string
}

/** A door that opens by what the player said before. */
function doorThat({ field, parameter, effect = 'state/set', opens }: Door): GamebookCheck {
  const check = checkGamebook(`
title: The Door
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [hall, attic]
        functions: [{target: transition, name: go_to, description: The player goes to a place.}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: A hall., edges: [{to: attic, enabled: "${opens}", otherwise: The door waits.}]}
      - {name: Attic, description: An attic., ending: true}
  - name: Person
    instructions: You.
    traits: [described]
    fields: {said: ${field}, password: {type: text, default: herring}}
    entities:
      - name: Player
        description: You.
        functions:
          - name: say
            description: The player says something to the door.
            parameters: {word: ${parameter}}
            effects: [{${effect}: {field: said, value: =param.word}}]
`)
  expect(check.diagnostics).toEqual([])
  return check
}

const TEXT = '{type: text, description: The word.}'
const NUMBER = '{type: integer, min: 0, max: 9999, description: The number.}'

function attic({ explored }: GamebookCheck) {
  return explored?.endings.map(({ status, steps }) => [status.kind, steps?.length])
}

const opened = [['shown', 2]]

describe('an argument that is stored and compared later', () => {
  it.each([
    { field: '{type: text}', parameter: TEXT, opens: "player.said == 'swordfish'" },
    { field: '{type: text}', parameter: TEXT, opens: "player.said in ['sword', 'fish']" },
    {
      field: '{type: text, default: tuna, values: [tuna, swordfish]}',
      parameter: TEXT,
      opens: "player.said != 'tuna'",
    },
    { field: 'integer', parameter: NUMBER, opens: 'player.said == 4711' },
    { field: 'integer', parameter: NUMBER, opens: 'player.said > 4711 and player.said < 4713' },
    { field: '{type: integer, max: 5000}', parameter: NUMBER, opens: 'player.said > 4999' },
  ])('is tried with what tells its values apart: $opens', (door) => {
    const check = doorThat(door)
    expect(attic(check)).toEqual(opened)
    expect(check.summary?.open).toEqual([])
    expect(check.findings.map(({ code }) => code)).not.toContain('soft-lock')
  })

  it.each([
    { field: 'list', parameter: TEXT, effect: 'list/add', opens: "'swordfish' in player.said" },
    {
      field: '{type: text, default: zebra}',
      parameter: TEXT,
      opens: "player.said == 'swordfish' or player.said < 'c'",
    },
  ])('is open where other values can differ: $opens', (door) => {
    const check = doorThat(door)
    expect(attic(check)).toEqual(opened)
    expect(check.summary?.open).not.toEqual([])
  })

  it('is never taken for all texts where they are compared by order or with a field', () => {
    for (const opens of ["player.said != '' and player.said < 'c'", 'player.said == player.password']) {
      const check = doorThat({ field: '{type: text}', parameter: TEXT, opens })
      expect(attic(check)).not.toEqual([['proven', undefined]])
      expect(check.findings.map(({ code }) => code)).not.toContain('unreached-ending')
    }
  })

  it('is never taken for all texts in an answer before the first page', () => {
    const field = '{type: text, default: zebra, ask: start}'
    const check = doorThat({ field, parameter: TEXT, opens: "player.said < 'c' and player.said != ''" })
    expect(check.findings.map(({ code }) => code)).not.toContain('unreached-ending')
  })
})
