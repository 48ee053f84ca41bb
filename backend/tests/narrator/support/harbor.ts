/** Two people with topics, one without, details in several things, a function about a gate, and an open question. */
export const HARBOR = `
title: The Harbor at Noon
description: A harbor, a harbor master, and a bell that is missing.
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: town
        node_ids: [harbor, office]
        functions: [{target: transition, name: go_to, description: The player goes to a neighboring place.}]
  - name: Place
    traits: [described, graph_node, container]
    entities:
      - name: Harbor
        description: Nets, a pair of brass scales, a gate, and mussels on the wall.
        details:
          scales, brass balance: "One pan is _lower_.\\n\\n- 1 lb\\n- 2 lb"
          mussels: Blue, and shut.
          wall: "Whitewash. {{ 'Someone has been here.' if visits(town, 'harbor') > 1 else 'Nobody has been here.' }}"
          number: It says 41.
          drawer: Locked. It smells of tobacco.
          bell: An empty hook.
        edges: [{to: office, label: into the office}]
      - {name: Office, description: A desk., details: {desk: Oak.}, edges: [{to: harbor, label: out to the harbor}]}
  - name: Person
    instructions: Play them as they are described.
    traits: [described, speaker]
    fields: {asked: {type: integer, default: 0, min: 0, max: 9}}
    entities:
      - id: player
        name: Player
        description: A pedlar.
        details: {apron: It says be patient.}
        functions:
          - {name: open_gate, description: The player has the guard open the gate., narrate: The gate swings open., effects: [{state/add: {field: asked, amount: 1}}]}
          - {name: read_number, description: The player reads the number., narrate: You read it out., effects: [{state/add: {field: asked, amount: 1}}]}
      - id: master
        name: Harbor master
        description: He counts boats.
        enabled: town.current_node_id == 'harbor'
        details: {fingers: Eleven., badge: A tin anchor.}
        topics:
          - {id: bell, about: [bell, ring, last night], label: the bell, say: '"The *bell*," he says, "is gone."'}
          - {id: tide, about: [tide table, tide, gate], label: the tide, say: '"It turns at two."'}
          - {id: tariff, about: [harbor tariff, price list], label: the tariff, say: '"Two coins."', once: true}
          - {id: floor, about: [under the floor, floor], say: He looks away.}
          - {id: murder, about: [murder], label: the murder, enabled: "discussed(master, 'floor')", say: '"Hush."'}
          - {id: wind, about: [storm], label: the storm, say: '"Wind."', effects: [{talk/expect: {topic: promise}}]}
          - {id: promise, about: [promise], say: '"Then we agree."', enabled: "discussed(master, 'wind')"}
      - id: mara
        name: Mara
        description: She mends nets.
        enabled: town.current_node_id == 'harbor'
        details: {badge: A tin fish.}
        topics:
          - {id: key, about: [key], label: the key, say: She shrugs. There is no key.}
          - {id: bell, about: [bell], label: the bell, say: '"It fell in," says Mara.'}
      - {id: guard, name: Guard, description: He sleeps., enabled: town.current_node_id == 'harbor'}
`
