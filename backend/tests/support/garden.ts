import { toolCall } from './fakeModel.ts'

/** A small gamebook with two exits and an ending, and keys that are easily renamed by mistake. */
export const GARDEN_ID = 'test/garden'

export const GARDEN = `title: The Garden Gate
description: A gate that was not there yesterday.
entity_types:
  - name: Path
    instructions: Move the player only when they choose to walk on.
    traits:
      - name: graph
        node_type_id: Spot
    entities:
      - id: garden_path
        current_node_id: wet_lawn
        node_ids: [wet_lawn, iron_gate, orchard]
        functions:
          - target: transition
            name: walk_to
  - name: Spot
    instructions: The places of the garden.
    traits: [described, graph_node]
    entities:
      - id: wet_lawn
        name: Wet lawn
        description: Wet grass, a forgotten ball.
        edge_ids: [iron_gate]
      - id: iron_gate
        name: Iron gate
        description: A green iron gate, warm to the touch.
        edge_ids: [wet_lawn, orchard]
      - id: orchard
        name: Orchard
        description: Rows of trees that bear lanterns.
        ending:
          title: Among the lanterns
          kind: good
          text: You stay until the last one goes out.
`

export const walkToGate = () => toolCall('walk_to', '{"to":"iron_gate"}')
export const walkToOrchard = () => toolCall('walk_to', '{"to":"orchard"}')
