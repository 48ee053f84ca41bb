/**
 * A gamebook for the scripted provider: fields, dice, items, a clock and a secret. It differs from the belfry of the
 * backend tests: its check always fails, and its values suit the status panel.
 */
export const BELFRY = {
  id: 'mine/belfry',
  source: `title: The Belfry
description: Somebody must ring the bell before dawn.
entity_types:
  - name: Tower
    instructions: Move the player only when they climb or go down.
    traits: [{name: graph, node_type_id: Floor}]
    entities:
      - id: tower
        node_ids: [yard, stair, loft]
        functions: [{target: transition, name: climb, description: The player goes up or down.}]
  - name: Floor
    instructions: The floors of the tower.
    traits: [described, graph_node, container]
    entities:
      - {id: yard, name: Yard, description: Straw and a well., edges: [stair]}
      - {id: stair, name: Stair, description: It turns and turns., edges: [yard, loft]}
      - id: loft
        name: Loft
        description: The bell hangs here.
        requires: lantern.held_by == 'apprentice'
        otherwise: It is too dark up there without a light.
        ending: {title: The bell rings, kind: good, text: They hear it in three valleys.}
  - name: Person
    instructions: The player is the apprentice.
    traits: [described, container]
    fields:
      luck: {type: integer, default: 5, min: 0, max: 6, label: Luck, show: bar}
      breath: {type: integer, default: 80, min: 0, max: 100, label: Breath, show: bar}
      mood: {type: text, default: wide awake, label: Mood, show: text}
      clues: {type: list, default: [a light in the belfry], label: Clues, show: list}
      cursed: {type: boolean, label: Cursed, show: icon}
      steps: {type: integer, tell: false}
    entities:
      - id: apprentice
        name: Apprentice
        description: Too curious to sleep.
        capacity: 3
        functions:
          - {target: take, name: take}
          - name: try_the_door
            enabled: apprentice.luck > 0
            otherwise: Your luck has run out.
            check:
              roll: 2d6
              add: 1
              at_least: 14
              on_success: [{list/add: {field: clues, value: a way in}}]
              on_failure: [{state/add: {field: luck, amount: -2}}, {state/add: {field: breath, amount: -15}}]
          - {name: wait, action: clock/advance, args: {entity_id: hours}, parameters: {minutes: {type: integer, min: 10, max: 600}}}
        triggers:
          - {id: hurt, condition: apprentice.luck < 5, effects: [{state/add: {field: steps, amount: 1}}]}
      - {id: ghost, name: Ghost, description: Pale., secret: true, reveal_when: apprentice.luck < 5}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities:
      - {id: lantern, name: Storm lantern, description: It smokes and smells of fish., held_by: yard}
      - {id: key, name: Iron key, description: As long as a hand., held_by: apprentice}
  - name: Hours
    hidden: true
    traits: [clock]
    triggers:
      - {id: cold, condition: hours.minutes >= 60, once: true, effects: [{state/set: {entity_id: apprentice, field: cursed, value: true}}]}
    entities: [{id: hours, start: "21:00"}]
`,
}
