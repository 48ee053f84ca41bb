import { readFileSync } from 'node:fs'

const BEGINNER = `title: T
entity_types:
  - name: Places
    instructions: Describe a place when the player reaches it.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: house
        node_ids: [hall, garden, cellar]
        functions: [{target: transition, name: go, description: The player goes.}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - name: Hall
        description: A cold hall with three doors.
        edge_ids: [garden, cellar]
      - name: Garden
        description: Roses and a wet bench.
        edge_ids: [hall]
      - name: Cellar
        description: Dark and full of barrels.
        ending: {title: Lost}
`

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Gamebooks without mistakes. */
export const slippedBooks: ReadonlyMap<string, string> = new Map([
  ['a beginner', BEGINNER],
  ['low-water', read('../../../../gamebooks/example/low-water/llm-gamebook.yaml')],
  ['salt-lantern', read('../salt-lantern.yaml')],
])
