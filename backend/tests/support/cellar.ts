/** A gamebook with a function that moves the player, and one without parameters. */
export const CELLAR = `title: The Cellar Door
description: Something knocks under the kitchen, politely, every night at eleven.
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [kitchen, pantry]
        functions:
          - {target: transition, name: go_to, description: The player goes to a neighboring place.}
          - {action: cellar/knock, name: knock, description: The player knocks.}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Kitchen, description: "A cold stove, a bolted door in the floor.", edges: [pantry]}
      - {name: Pantry, description: "Jars, mice, and a can of oil.", edges: [kitchen]}
`
