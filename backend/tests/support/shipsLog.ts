/** A small gamebook that says what it is about and asks the player two things before its first page. */
export const LOG_ID = 'test/log'

export const LOG = `title: Das Logbuch
language: de
license: CC BY 4.0
content_warnings: [drowning, a dead gull]
entity_types:
  - name: Deck
    instructions: Where the captain walks.
    traits: [{name: graph, node_type_id: Spot}]
    entities: [{id: deck, node_ids: [bow, stern]}]
  - name: Spot
    instructions: The places of the ship.
    traits: [described, graph_node]
    entities:
      - {id: bow, name: Bow, description: "The crew call you {{ captain.called }}, {{ captain.rank }} of the Gull.", edges: [stern]}
      - {id: stern, name: Stern, description: Rope and tar., edges: [bow]}
  - name: Crew
    fields:
      called: {type: text, default: Ahab, label: Your name, ask: start}
      rank: {type: text, values: [captain, mate], default: captain, ask: start}
      boots: {type: text, default: dry}
    entities:
      - id: captain
        functions:
          - {name: wake, description: The captain wakes., action: core/reset-game}
          - {target: transition, name: walk, args: {entity_id: deck}}
`
