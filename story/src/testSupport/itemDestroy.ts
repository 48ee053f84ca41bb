import type { Action } from '../actions/action.ts'
import { findHeld, recordItemMove } from '../actions/moveItem.ts'
import { itemKey, key, payloadOf } from '../actions/payload.ts'
import { writeField } from '../state/change.ts'
import { allow, refuse } from '../state/verdict.ts'
import { itemsIn } from '../traits/container/itemsIn.ts'

/** An action that the engine does not have: an item that the one who acts holds is gone. */
export const itemDestroy: Action = {
  target: 'destroy',
  payload: payloadOf({
    entity_id: key('container'),
    item: itemKey(
      {
        from: 'inventory',
        isByPlayer: true,
        isSuggested: true,
        receipt: (item) => `You destroyed ${item}`,
        done: (item) => `destroy ${item}`,
        possible: (items) => `destroy ${items}`,
      },
      {
        description: 'The id of the item to destroy.',
        list: (world, { id }) => itemsIn(world, id).map((item) => item.id),
      },
      'What do you destroy',
    ),
  }),
  check: (world, payload, request) => {
    const item = findHeld(world, payload, request)
    return item === undefined ? refuse('not-held', 'It is not there.') : allow(writeField(item.id, 'held_by', null))
  },
  recordWrites: recordItemMove,
  verbs: ['destroy', 'smash', 'break'],
}

/** Its ending is reached by destroying the idol, and by nothing else. */
export const IDOL = `
title: The Idol
entity_types:
  - name: Map
    instructions: Where the player is.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: map
        node_ids: [shrine, daylight]
        triggers:
          - {id: freed, condition: idol.held_by == null, effects: [{graph/transition: {to: daylight}}]}
  - name: Place
    hidden: true
    traits: [described, graph_node]
    entities:
      - {name: Shrine, description: It is dark.}
      - {name: Daylight, description: The sun., ending: true}
  - name: Person
    instructions: Who is here.
    traits: [described, container]
    entities:
      - {name: Player, description: You., functions: [{target: destroy, name: ruin, description: The player smashes the idol.}]}
  - name: Thing
    instructions: What there is.
    traits: [described, item]
    entities:
      - {name: Idol, description: It grins., held_by: player}
`
