/**
 * One of everything that a player can be asked for: choices, a number, yes or no, words, things and who gets them;
 * with dice, a clock, a secret, and a guard that says why.
 */
export const TOLL_BRIDGE = `
title: The Toll Bridge
description: A bridge, a troll, and a toll.
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: valley
        node_ids: [bank, meadow, far_bank]
        functions: [{target: transition, name: go_to, description: The player goes to a neighbouring place.}]
  - name: Place
    instructions: What a place is like.
    traits: [described, graph_node]
    entities:
      - name: Bank
        description: Reeds, a plank bridge, a door of iron in the hill.
        edges: [{to: far_bank, label: over the bridge, enabled: troll.paid, otherwise: The troll wants to be paid first.}, {to: meadow, label: into the meadow}]
      - {name: Meadow, description: Buttercups., edges: [bank]}
      - {name: Far bank, description: The grass is dry here., edges: [bank], ending: {title: Across, kind: good}}
  - name: Person
    instructions: Play them as they are described.
    traits: [described, container]
    fields:
      coins: {type: integer, default: 3, min: 0, max: 9, label: Coins, show: bar}
      nerve: {type: integer, default: 1, min: 0, max: 2, label: Nerve, show: bar}
      wet: {type: boolean, label: Wet to the skin, show: icon}
      heard: {type: list, label: Heard, show: list}
    entities:
      - name: Player
        description: A pedlar with sore feet.
        capacity: 2
        functions:
          - target: take
            name: take
            description: The player takes a thing.
            enabled: count(player.items) < 2
            otherwise: You have only two hands.
          - {target: drop, name: put_down, description: The player puts a thing down., args: {to: basket}}
          - {target: give, name: hand_over, description: The player gives a thing to somebody.}
          - name: pay_troll
            description: The player pays or offers the troll coins.
            enabled: not troll.paid
            parameters: {amount: {type: integer, min: 1, max: 3, description: How many coins the troll is paid.}}
            effects:
              - {state/add: {field: coins, amount: =0 - param.amount}}
              - {action: state/set, args: {entity_id: troll, field: paid, value: true}, if: param.amount >= 2}
          - name: greet_guard
            description: The player faces the troll.
            parameters: {manner: {type: choice, values: [bow, draw the sword, sing], description: How the player faces the troll.}}
            effects: [{list/add: {field: heard, value: =param.manner}}]
          - name: answer_riddle
            description: The player answers whether trolls dream.
            parameters: {answer: {type: boolean, description: Whether trolls dream.}}
            effects: [{state/set: {field: wet, value: =not param.answer}}]
          - name: say_word
            description: The player says a word of power at the door.
            parameters: {word: {type: text, max_length: 40, description: The word that the player says.}}
            effects:
              - {list/add: {field: heard, value: =param.word}}
              - {action: core/reveal, args: {entity_id: gnome}, if: param.word == 'open sesame'}
          - name: ask_about
            description: The player asks the troll about somebody or something.
            parameters: {topic: {type: entity, of: [Thing, Fixture], description: What the player asks about.}}
            effects: [{list/add: {field: heard, value: =param.topic.name}}]
          - name: leap
            description: The player leaps across the stream.
            check:
              roll: 2d6
              add: player.nerve
              at_least: 8
              on_success: [{graph/transition: {entity_id: valley, to: far_bank}}]
              on_failure: [{state/set: {field: wet, value: true}}]
          - {target: advance, name: rest, description: The player rests for a while., args: {entity_id: sun},
             parameters: {minutes: {type: integer, min: 10, max: 120, description: For how many minutes the player rests.}}}
      - {id: troll, name: The troll, description: He sits on the bridge and counts on his fingers., paid: false}
      - {id: gnome, name: Wilibald, description: He opens the door and blinks., secret: true}
  - name: Fixture
    instructions: What holds things.
    traits: [described, container]
    entities:
      - {id: basket, name: Basket, description: A basket without a bottom., enabled: valley.current_node_id == 'bank'}
      - {id: sack, name: Sack, description: A sack over the shoulder.}
  - name: Thing
    instructions: What can be carried.
    traits: [described, item]
    entities:
      - {id: lamp_01, name: Brass lantern, description: It is lit., held_by: basket}
      - {id: rope_01, name: Rope, description: Twenty feet of it., held_by: basket}
      - {id: cheese, name: Wheel of cheese, description: It rolls., held_by: basket}
      - {id: letter, name: Letter, description: It is sealed., held_by: sack, portable: false}
  - name: Clock
    instructions: What time it is.
    traits: [described, clock]
    entities: [{id: sun, name: The sun, description: It goes down., start: "16:30"}]
`
