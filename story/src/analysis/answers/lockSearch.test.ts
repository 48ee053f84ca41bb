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
