const title = 'باب القبو'
const place = 'المطبخ'

/** A gamebook with a title and a place in Arabic, and the rest in English. */
export const ARABIC_CELLAR = {
  id: 'mine/arabic-cellar',
  title,
  place,
  source: `title: ${title}
description: Something knocks under the kitchen.
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [kitchen, pantry, cellar]
        functions: [{target: transition, name: go_to, description: The player goes to a neighboring place.}]
  - name: Place
    instructions: The places.
    traits: [described, graph_node]
    entities:
      - {id: kitchen, name: ${place}, description: "موقد بارد.", edges: [pantry, cellar]}
      - {name: Pantry, description: "Jars, mice.", edges: [kitchen]}
      - {name: Cellar, description: "A table laid for two.", ending: {title: The Guest, kind: good}}
`,
}
