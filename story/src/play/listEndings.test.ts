import { expect, it } from 'vitest'

import { checkGamebook } from '../analysis/checkGamebook.ts'
import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { endingId, listEndings } from './listEndings.ts'

const NIGHT = `
title: The Night
entity_types:
  - name: Map
    instructions: Describe a place.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [hut, road], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: hut, name: The hut, description: Warm., edges: [road]}
      - {id: road, name: The road, description: Cold., ending: {title: Away, kind: good}}
  - name: Person
    instructions: You.
    traits: [described]
    fields: {reason: {type: text, default: Tired.}}
    entities:
      - id: player
        name: You
        description: You.
        functions:
          - {name: sleep, description: The player sleeps., action: core/end-game, args: {reason: You never wake.}}
          - {name: doze, description: The player dozes., effects: [{core/end-game: {reason: You never wake.}}]}
          - {name: wait, description: The player waits., effects: [{core/end-game: {}}]}
          - {name: sigh, description: The player sighs., effects: [{core/end-game: {reason: =player.reason}}]}
`

it('lists nodes, then each fixed reason once', () => {
  expect(listEndings(loadGamebook(NIGHT))).toEqual([
    { nodeId: 'road', title: 'Away', kind: 'good' },
    { nodeId: ':You never wake.', title: 'You never wake.', kind: 'neutral' },
    { nodeId: ':', title: 'The end', kind: 'neutral' },
  ])
})

it('names them as the checker does, which finds a path to each', () => {
  const { explored, findings } = checkGamebook(NIGHT)
  expect(findings.map(({ code }) => code)).not.toContain('no-ending')
  expect(explored?.endings.map(({ steps }) => steps?.map((step) => step.function))).toEqual([
    ['go_to'],
    ['sleep'],
    ['wait'],
  ])
})

it('cuts the id of an ending, which is stored', () => {
  expect(endingId({ reason: 'x'.repeat(5000) })).toHaveLength(201)
  expect(endingId({ reason: null })).toBe(':')
})
