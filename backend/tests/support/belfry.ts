/** A gamebook with everything in a state: fields, dice, items, a clock, a secret, triggers and two kinds of ending. */
export const BELFRY_ID = 'test/belfry'

export const BELFRY = `title: The Belfry
description: Somebody must ring the bell before dawn.
entity_types:
  - name: Tower
    instructions: Move the player only when they climb or go down.
    traits: [{name: graph, node_type_id: Floor}]
    triggers:
      - id: once_upon
        condition: true
        once: true
        effects: [{list/add: {entity_id: apprentice, field: clues, value: A light in the belfry}}]
    entities:
      - id: tower
        node_ids: [yard, stair, loft]
        functions: [{target: transition, name: climb, description: The player goes up or down.}]
  - name: Floor
    instructions: The floors of the tower.
    traits: [described, graph_node, container]
    fields: {searched: {type: boolean, label: Searched, show: icon}}
    entities:
      - {id: yard, name: Yard, description: Straw and a well., edges: [stair]}
      - {id: stair, name: Stair, description: It turns and turns., edges: [yard, loft]}
      - id: loft
        name: Loft
        description: The bell hangs here.
        requires: lantern.held_by == 'apprentice'
        otherwise: It is too dark up there.
        ending: {title: The bell rings, kind: good, text: They hear it in three valleys.}
  - name: Person
    instructions: The player is the apprentice.
    traits: [described, container]
    fields:
      luck: {type: integer, default: 3, min: 0, max: 5, label: Luck, show: bar}
      mood: {type: text, default: calm, label: Mood, show: text}
      clues: {type: list, label: Clues, show: list}
      cursed: {type: boolean, label: Cursed, show: icon}
      debts: {type: integer, label: Debts}
      friends: {type: entities, of: Person, default: [ghost], label: Friends, show: list}
      vigour: {type: integer, default: "=apprentice.luck * 2", label: Vigour, show: text}
    entities:
      - id: apprentice
        name: Apprentice
        description: Too curious to sleep.
        capacity: 3
        functions:
          - {target: take, name: take}
          - {target: drop, name: drop}
          - name: try_luck
            enabled: apprentice.luck > 0
            otherwise: Your luck has run out.
            check:
              roll: 2d6
              add: apprentice.luck
              at_least: 11
              on_success: [{list/add: {field: clues, value: A scratch on the door}}]
              on_failure: [{state/add: {field: luck, amount: -2}}, {state/set: {field: mood, value: uneasy}}]
          - name: wait
            action: clock/advance
            args: {entity_id: hours}
            parameters: {minutes: {type: integer, min: 10, max: 600}}
          - {name: give_up, effects: [{core/end-game: {reason: You lie down in the straw.}}]}
          - {name: search, effects: [{state/set: {entity_id: yard, field: searched, value: true}}, {item/take: {item: purse}}]}
      - {id: ghost, name: Ghost, description: Pale., secret: true, reveal_when: apprentice.luck < 2}
  - name: Thing
    instructions: Things.
    traits: [described, item, container]
    entities:
      - {id: lantern, name: Lantern, description: It smokes., held_by: yard}
      - {id: purse, name: Purse, description: Leather., held_by: null}
      - {id: coin, name: Coin, description: Bent., held_by: purse}
      - {id: charm, name: Charm, description: Of bone., held_by: purse, secret: true}
  - name: Hours
    hidden: true
    traits: [clock]
    triggers:
      - {id: cold, condition: hours.minutes >= 60, once: true, effects: [{state/set: {entity_id: apprentice, field: cursed, value: true}}]}
      - {id: dawn, condition: hours.day > 1, effects: [{core/end-game: {reason: The sun is up and no bell has rung.}}]}
    entities: [{id: hours, start: "21:00"}]
`
