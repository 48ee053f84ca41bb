import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { findAnswers } from '../answers/findAnswers.ts'
import { events } from '../programs/event.ts'

const gamebook = loadGamebook(`
title: The Circle
entity_types:
  - name: Map
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [start, fall, out], functions: [{target: transition, name: go}]}]
  - name: Place
    traits: [graph_node]
    entities:
      - {id: start, edges: [fall, out]}
      - {id: fall, ending: true}
      - {id: out, ending: true}
  - name: Person
    entities:
      - {id: player, triggers: [{condition: "visited(map, 'fall')", effects: [core/reset-game: {}]}]}
`)

it('ends no story at an ending from which it starts over at once', () => {
  const answers = findAnswers(gamebook)
  expect(answers.canHappen(events.ended('fall')).kind).toBe('proven')
  expect(answers.canHappen(events.entered('map', 'fall')).kind).toBe('shown')
  expect(answers.canHappen(events.ended('out')).kind).toBe('shown')
})
