/** A small playable gamebook: two places and an exit between them. */
export const starterSource = (title: string): string => `title: ${JSON.stringify(title)}
description: Say in a sentence what it is about.

entity_types:
  - name: Map
    instructions: Where the player is, and where they can go.
    traits:
      - name: graph
        node_type_id: Place
    entities:
      - id: map
        node_ids: [gate, garden]
        current_node_id: gate
        functions:
          - target: transition
            name: go_to

  - name: Place
    instructions: The places of the story.
    traits: [described, graph_node]
    entities:
      - id: gate
        name: Gate
        description: An iron gate, half open. Someone is whistling behind it.
        edge_ids: [garden]
      - id: garden
        name: Garden
        description: A garden in the evening sun, with no one in sight.
        edge_ids: [gate]
`
