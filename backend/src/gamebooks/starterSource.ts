/** A small gamebook to begin with: two places and a way between them. */
export const starterSource = (title: string): string => `title: ${JSON.stringify(title)}
description: Say in a sentence what it is about.

entity_types:
  - name: Way
    instructions: Where the player is, and where one can go from there.
    traits:
      - name: graph
        node_type_id: Place
    entities:
      - id: way
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
        description: An iron gate, half open. Behind it somebody whistles.
        edge_ids: [garden]
      - id: garden
        name: Garden
        description: A garden in the evening sun, and nobody in sight.
        edge_ids: [gate]
`
