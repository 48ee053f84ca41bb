/** A small gamebook that uses every key of the format. */
export const FULL = `
title: The Vault
description: A vault, a clock, and one night.
author: A
image: cover.webp
prompt: {style: Terse., role: null}
entity_types:
  - id: Map
    name: Places
    instructions: "Describe the {{ map.current_node.name }}."
    traits: [described, {name: graph, options: {node_type_id: Room}}]
    entities:
      - id: map
        name: The house
        description: Three rooms.
        node_ids: [hall, vault, roof]
        current_node_id: hall
        functions:
          - {target: transition, name: go, description: "Leave the {{ map.current_node.name }}.", properties: {to: Where.},
             enabled: [not player.tired, true], otherwise: Too tired.}
  - name: Room
    traits: [described, graph_node, container]
    entities:
      - {name: Hall, description: A hall., edge_ids: [hall], edges: [{to: vault, label: the door, enabled: "'key' in player.items", otherwise: Locked.}]}
      - {name: Vault, description: "=hall.description", requires: player.nerve > 0, otherwise: Not now., capacity: 3, open: true,
         ending: {title: Rich, kind: good, text: Gold.}}
      - {name: Roof, description: Wind., enabled: night.day > 1, ending: true}
  - name: Night
    hidden: true
    traits: [clock]
    entities: [{id: night, start: "21:30", minutes: 5}]
    triggers:
      - {name: core/end-game, args: {reason: Dawn.}, condition: night.minutes > 500, once: true, id: dawn}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    fields: {weight: {type: number, min: 0, max: 9.5, default: 1, on_bound: refuse}}
    entities:
      - {id: key, name: Key, description: Brass., held_by: hall, portable: "key.weight < 5"}
      - {id: ghost, name: Ghost, description: Cold., secret: true, reveal_when: "visited(map, 'roof')", weight: 0}
  - name: Person
    instructions: People.
    traits: [described, container]
    fields:
      nerve: {type: integer, default: 2, min: 0, max: 3, label: Nerve, show: bar}
      mood: {type: text, values: [calm, angry], default: calm, show: icon, tell: false}
      tags: {type: list, show: list}
      friend: {type: entity, of: Person}
      friends: {type: entities, default: [player]}
      tired: boolean
      half: {type: number, default: =player.nerve / 2}
    entities:
      - id: player
        name: Player
        description: You.
        capacity: null
        friend: player
        free: {a: [1, null]}
        functions:
          - {target: take, name: take}
          - {target: drop, name: drop, args: {item: key}}
          - {target: give, name: give, parameters: {why: text}}
          - {target: advance, name: wait, parameters: {minutes: {type: integer, min: 1, max: 60, required: false}}}
          - {action: story/sing, name: sing, args: {song: =param.song, loud: "==x"}, parameters: {song: [old, new, 3], to_whom: {type: entity, of: [Person, Thing], description: Whom.}, loud: boolean}}
          - name: force
            description: Force the door.
            check:
              roll: 2d6
              add: player.nerve
              at_least: =7 + player.half
              into: nerve
              on_success: [{graph/transition: {entity_id: map, to: vault}}, {dice/roll: {roll: d6, at_least: 4, on_failure: [{state/toggle: {field: tired}}]}}]
              on_failure: [{state/add: {field: nerve, amount: -1}}]
            effects:
              - {action: list/add, args: {field: tags, value: =roll.total}, if: not roll.success}
              - {list/remove: {field: tags, value: wet}}
              - {state/set: {field: friend, value: null}}
              - {core/reveal: {entity_id: ghost}}
        triggers:
          - {condition: player.nerve == 0, effects: [{graph/transition: {entity_id: map, to: roof}}, {clock/advance: {minutes: 10}}]}
          - {condition: [false, "player.mood == 'angry'"], action: dice/roll, args: {roll: d20}, once: false}
          - {condition: "count(player.items) > 2", name: core/reset-game}
`
