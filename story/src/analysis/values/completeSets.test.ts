import { describe, expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { findAnswers } from '../answers/findAnswers.ts'
import { events } from '../programs/event.ts'

/** Of the words that a player can write, none before "b" is tried. */
function isThiefVisible(enabled: string, more = ''): string {
  const gamebook = loadGamebook(`
title: Words
entity_types:
  - name: Places
    instructions: Places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: town, node_ids: [market, inn, vault], functions: [{target: transition, name: go_to, description: Go.}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Market, description: A market., edges: [inn, {to: vault, enabled: player.word < 'b'}]}
      - {name: Inn, description: An inn., edges: [market]}
      - {name: Vault, description: A vault., edges: [market]}
  - name: Person
    instructions: You.
    traits: [described]
    fields:
      word: {type: text, default: wary}
      brave: {type: boolean}
      mood: {type: text, default: calm, values: [calm, wild]}
      rank: {type: integer, default: 1, values: [1, 5]}
      fame: {type: integer, default: 0}
    entities:
      - name: Player
        description: You.
        functions:
          - name: write
            description: Write.
            parameters: {word: {type: text, max_length: 20}}
            effects: [{state/set: {field: word, value: =param.word}}]
          - name: dare
            description: Dare.
            enabled: player.word < 'b'
            effects:
              - state/set: {field: brave, value: true}
              - state/set: {field: mood, value: wild}
              - state/set: {field: rank, value: 5}
              - state/set: {field: fame, value: 5}
${more}
      - {name: Thief, description: A thief., enabled: "${enabled}"}
`)
  return findAnswers(gamebook, { maxStates: 300 }).canHappen(events.visible('thief')).kind
}

const setAll = `
          - name: shout
            description: Shout.
            effects:
              - state/set: {field: brave, value: true}
              - state/set: {field: mood, value: wild}
              - state/set: {field: rank, value: 5}
              - state/set: {field: fame, value: 5}
              - graph/transition: {entity_id: town, to: vault}
`

const FIELDS = [
  ['player.brave', 'not player.brave'],
  ["player.mood == 'wild'", "player.mood == 'calm'"],
  ['player.rank == 5', 'player.rank < 2'],
  ["town.current_node_id == 'vault'", "town.current_node_id == 'inn'"],
  ["visited(town, 'vault')", "not visited(town, 'vault')"],
] as const

describe('a value that only runs lead to that were not tried', () => {
  it.each(FIELDS)('can show somebody: %s', (condition) => {
    expect(isThiefVisible(condition)).toBe('not-known')
  })
})

describe('a variable of which each value was found', () => {
  it.each(FIELDS)('is all that matters to who reads nothing else: %s', (one, other) => {
    expect(isThiefVisible(`${one} and ${other}`, setAll)).toBe('proven')
    expect(isThiefVisible(one, setAll)).toBe('shown')
  })

  it('is not enough where another variable is read', () => {
    expect(isThiefVisible("player.brave and player.word < 'b'", setAll)).toBe('not-known')
  })
})

it('is never sure of a number of which other values are possible', () => {
  expect(isThiefVisible('player.fame == 5 and player.fame == 0', setAll)).toBe('not-known')
})
