/** A small gamebook whose rules count visits, choose between values and ask whether a topic was discussed. */
export const POOL = `
title: The Pool
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: shore
        node_ids: [sand, pool, deep, drowned, home]
        functions:
          - {target: transition, name: go_to, args: {}}
          - {name: turn_around, enabled: shore.current_node_id == 'pool', effects: [{graph/transition: {to: pool}}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Sand, description: "It is {{ 'still ' if visits(shore, 'sand') > 1 }}warm.", edges: [pool]}
      - name: Pool
        description: Clear.
        edges: [sand, {to: deep, enabled: "visits(shore, 'pool') >= 3 if player.brave else visits(shore, 'pool') >= 5"}, home]
      - {name: Deep, description: Cold., edges: [drowned], enabled: "not discussed(mate, 'deep') if player.brave else true"}
      - {name: Drowned, description: Dark., ending: {kind: bad}}
      - {name: Home, description: Dry., requires: "visits(shore, shore.current_node) > 2", ending: {kind: good}}
  - name: Person
    instructions: Play them.
    traits: [described, speaker]
    fields: {brave: boolean, wet: {type: integer, default: 0}}
    entities:
      - name: Player
        description: You.
        functions: [{name: dare, effects: [{state/toggle: {field: brave}}]}]
        triggers:
          - {id: soaked, condition: "visits(shore, 'pool') == 4", effects: [{state/set: {field: wet, value: "=2 if player.brave else 1"}}]}
      - {name: Mate, id: mate, description: The mate., topics: [{id: deep, about: [deep], say: It is deep.}]}
`
