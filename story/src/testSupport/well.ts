/** The well of the format's walk-through, as far as graphs and guards go. */
export const WELL = `
title: The Well at Midnight
description: The village well has begun to answer back.
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: village
        node_ids: [square, chapel, well_shaft]
        functions: [{target: transition, name: go_to, description: The player goes to a neighbouring place.}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Square, description: "Cobbles, one lantern, the old well.", edges: [chapel, {to: well_shaft, label: down the well}]}
      - {name: Chapel, description: "Two pews, no priest.", edge_ids: [square]}
      - {name: Well shaft, description: "Wet stone, and a voice below.", requires: rope.current_node_id == 'untied',
         otherwise: Nobody gets down there without a rope., ending: {title: Answered, kind: good, text: The voice has been waiting.}}
  - name: Thing
    instructions: Things the player can use.
    traits: [described, {name: graph, node_type_id: ThingState}]
    entities:
      - id: rope
        name: Rope
        description: The rope of the well.
        enabled: village.current_node_id == 'square'
        node_ids: [tied, untied]
        functions: [{target: transition, name: untie_rope, description: The player unties the rope., args: {to: untied},
                     enabled: village.current_node_id == 'square', otherwise: The rope is out of reach.}]
  - name: Thing State
    hidden: true
    traits: [described, graph_node]
    entities:
      - {name: Tied, description: It is knotted to the winch., edge_ids: [untied]}
      - {name: Untied, description: It lies over the player's shoulder.}
  - name: Person
    instructions: Play these people as they are described.
    traits: [described]
    entities:
      - {name: Player, description: "The bell ringer's apprentice, too curious to sleep."}
      - {name: "Priest", description: "Absent.", enabled: false}
      - {name: Sexton, description: "Watches the {{ village.current_node.name }}."}
`
