import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { formatStep } from '../steps/step.ts'
import { findAnswers } from './findAnswers.ts'

const cliff = loadGamebook(`
title: The Cliff
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: coast
        node_ids: [cliff, ledge, ravine, harbor]
        functions: [{target: transition, name: go_to}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Cliff, description: High., edges: [ledge, harbor]}
      - {name: Ledge, description: Narrow., edges: [cliff]}
      - {name: Ravine, description: Deep.}
      - {name: Harbor, description: Home., ending: true}
  - name: Person
    entities:
      - id: player
        functions:
          - {name: jump, enabled: coast.current_node_id == 'cliff', effects: [{graph/transition: {entity_id: coast, to: ravine}}]}
          - {name: fall, enabled: coast.current_node_id == 'ledge', effects: [{graph/transition: {entity_id: coast, to: ravine}}]}
`)

it('shows a path for each call that leads to the same locked state', () => {
  const locks = findAnswers(cliff).softLocks()
  expect(locks).toMatchObject({ kind: 'locked', states: 1 })
  const paths = locks.kind === 'locked' ? locks.paths.map((steps) => steps.map(formatStep)) : []
  expect(paths).toEqual([['jump()'], ['go_to(to: ledge)', 'fall()']])
})

/** A cave without an exit, in a story that starts over for who dreams of the right number. */
const cave = (dream: string): string => `
title: The Cave
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: hill, node_ids: [hut, cave, inn], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hut, description: Low., edges: [cave, inn]}
      - {name: Cave, description: Dark.}
      - {name: Inn, description: Warm., ending: true}
  - name: Person
    fields: {lamp: boolean}
    entities:
      - id: player
        functions:
          - {name: light, effects: [{state/toggle: {field: lamp}}]}
          - {name: read, enabled: player.lamp, narrate: Nothing new.}
          - name: dream
            parameters: {number: {type: integer, min: 0, max: 9999}}
            effects: [{core/reset-game: {}, if: "${dream}"}]
`

it('finds no soft lock where a story may start over', () => {
  const locks = findAnswers(loadGamebook(cave('param.number * param.number == 841'))).softLocks()
  expect(locks).toMatchObject({ kind: 'not-known', reasons: [{ kind: 'sampled', function: 'dream' }] })
  expect(findAnswers(loadGamebook(cave('false'))).softLocks()).toMatchObject({ kind: 'locked' })
})
