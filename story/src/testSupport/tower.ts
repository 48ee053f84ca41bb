/** A small gamebook in which all is well: two endings, a thing, a check, a secret, a trigger and a number. */
export const TOWER = `
title: The Tower
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: tower
        node_ids: [yard, stair, attic, roof, ditch]
        functions:
          - {target: transition, name: go_to, args: {}}
  - name: Place
    traits: [described, graph_node, container]
    entities:
      - {name: Yard, description: Cobbles., edges: [stair]}
      - name: Stair
        description: It winds.
        edges: [yard, {to: attic, enabled: key.held_by == 'player', otherwise: It is locked.}]
      - name: Attic
        description: Dust.
        edges: [stair, {to: roof, enabled: player.climbed}]
      - name: Roof
        description: Wind.
        ending: {title: The View, kind: good}
      - name: Ditch
        description: Mud.
        ending: {title: The Fall, kind: bad}
  - name: Person
    instructions: Play them.
    traits: [described, container]
    fields:
      climbed: {type: boolean}
      bruises: {type: integer, default: 0}
    entities:
      - name: Player
        description: You.
        functions:
          - {name: take, target: take}
          - name: climb
            enabled: tower.current_node_id == 'attic' and not player.climbed
            check:
              roll: 2d6
              at_least: 8
              on_success: [{state/set: {field: climbed, value: true}}]
              on_failure: [{state/add: {field: bruises, amount: 1}}]
        triggers:
          - {id: falls, condition: player.bruises >= 3, name: graph/transition, args: {entity_id: tower, to: ditch}}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities:
      - {name: Key, id: key, description: Rusty., held_by: yard}
      - {name: Note, id: note, description: "Look up!", held_by: attic, secret: true, reveal_when: "visited(tower, 'attic')"}
`
