import { expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { events } from '../programs/event.ts'
import { findAnswers } from './findAnswers.ts'

const gamebook = loadGamebook(`
title: The Road
entity_types:
  - name: Map
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [home, road, inn], functions: [{target: transition, name: go}]}]
  - name: Plot
    traits: [{name: graph, node_type_id: Chapter}]
    entities: [{id: plot, node_ids: [one, two], functions: [{target: transition, name: turn_page}]}]
  - name: Chapter
    traits: [graph_node]
    entities: [{id: one, edges: [{to: two, enabled: map.current_node_id != 'home'}]}, {id: two}]
  - name: Place
    traits: [graph_node]
    entities: [{id: home, edges: [road]}, {id: road, edges: [inn]}, {id: inn}]
`)

it('leads to where a call is first offered, not to a later place where it is offered as well', () => {
  const path = findAnswers(gamebook).pathTo(events.offered('turn_page'))
  expect(path).toEqual({ steps: [{ function: 'go', args: { to: 'road' }, rolls: [] }], isShortest: true })
})

const forgetful = loadGamebook(`
title: The Bell
entity_types:
  - name: Bell
    fields: {rung: boolean, loud: boolean}
    entities:
      - id: bell
        functions: [{name: shout, effects: [{state/set: {field: loud, value: true}}]}]
        triggers:
          - {id: echo, once: true, condition: not bell.rung, effects: [{narrate: Echo., if: bell.loud}]}
          - {id: forget, condition: not bell.rung, effects: [core/reset-game: {}]}
`)

it('claims no shortest path where a shorter one leaves no trace in play', () => {
  const path = findAnswers(forgetful).pathTo(events.fired('bell#echo'))
  expect(path).toMatchObject({ steps: [{ function: 'shout' }], isShortest: false })
})
