/** A small gamebook with one of everything: fields, things, a clock, secrets, checks and triggers. */
export const HARBOUR = `
title: The Harbour
entity_types:
  - name: Places
    instructions: Tell of the places.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: harbour
        node_ids: [quay, boat, cave]
        functions:
          - {target: transition, name: go_to}
          - {name: sail, target: transition, args: {to: boat}, effects: [{clock/advance: {entity_id: night, minutes: 30}}]}
  - name: Place
    traits: [described, graph_node, container]
    entities:
      - {name: Quay, description: Wet stone., edges: [{to: boat, label: aboard}, {to: cave, enabled: player.courage > 2, otherwise: You dare not.}]}
      - {name: Boat, description: It rocks., edges: [quay], capacity: 1}
      - {name: Cave, description: Dark., edges: [quay], secret: true, ending: {title: The Cave, kind: good}}
  - name: Person
    instructions: Play them.
    traits: [described, container]
    fields:
      courage: {type: integer, default: 2, min: 0, max: 5, label: Courage, show: bar}
      luck: {type: integer, default: 1, min: 0, max: 3, on_bound: refuse, label: Luck}
      weight: {type: number, default: 1.5}
      mood: {type: text, default: calm, values: [calm, angry]}
      sworn: {type: boolean}
      sayings: {type: list, default: [aye]}
      friend: {type: entity, of: Person}
      friends: {type: entities, of: Person}
      nerve: {type: integer, default: "=player.courage + 1"}
    entities:
      - id: player
        name: Player
        description: You.
        capacity: 3
        purse: 5
        notes: [first]
        functions:
          - {name: take, target: take}
          - {name: drop, target: drop}
          - {name: give, target: give}
          - {name: set_courage, action: state/set, args: {field: courage}, parameters: {value: {type: integer, min: -100, max: 100}}}
          - {name: add_courage, action: state/add, args: {field: courage}, parameters: {amount: {type: integer, min: -100, max: 100}}}
          - {name: add_luck, action: state/add, args: {field: luck}, parameters: {amount: {type: integer, min: -100, max: 100}}}
          - name: dare
            check: {roll: 2d6, add: player.courage, at_least: 8,
                    on_success: [{state/set: {field: sworn, value: true}}],
                    on_failure: [{state/add: {field: luck, amount: -1}}, {state/add: {field: courage, amount: "=roll.total - 20"}}]}
          - {name: befriend, parameters: {who: {type: entity, of: Person}}, effects: [{state/set: {field: friend, value: "=param.who"}}]}
          - {name: sing, action: song/sung, parameters: {words: text}, effects: [{list/add: {field: sayings, value: "=param.words"}, }]}
          - {name: rest, action: clock/advance, parameters: {minutes: {type: integer, min: 0, max: 100000}}, otherwise: Not now.}
          - {name: begin_again, effects: [{state/toggle: {field: sworn}}, {core/reset-game: {}}, {state/toggle: {field: sworn}}]}
          - {name: half, effects: [{state/toggle: {field: sworn}}, {state/add: {field: luck, amount: -9}}]}
          - {name: fail, effects: [{state/set: {field: mood, value: "=1 / (player.courage - player.courage)"}}]}
      - {name: Mate, id: mate, description: The mate., capacity: 1, open: player.courage > 0}
      - {name: Ghost, id: ghost, description: A ghost., secret: true, functions: [{name: haunt, effects: [{state/toggle: {field: sworn}}]}]}
  - name: Thing
    instructions: Things.
    traits: [described, item]
    entities:
      - {name: Rope, description: Long., held_by: quay}
      - {name: Oar, description: Heavy., held_by: quay, portable: player.courage > 3}
      - {name: Coin, description: Old., held_by: mate}
      - {name: Pearl, description: Round., held_by: quay, reveal_when: player.sworn}
      - {name: Fog, description: Nowhere.}
  - name: Bag
    instructions: Bags.
    traits: [described, item, container]
    entities:
      - {name: Sack, description: A sack., held_by: quay}
      - {name: Box, description: A box., held_by: sack}
  - name: Night
    instructions: The night.
    traits: [described, clock]
    entities: [{id: night, name: Night, description: Long., start: "23:30"}]
`
