const DIALS = ['one', 'two', 'three', 'four', 'five']
const PRIME = 10_007

/** A gamebook with a finding of each status, and a question without an answer: no product of the dials is that prime. */
export const CELLAR = `title: The Cellar
invariants:
  - {name: the lamp has oil, condition: lamp.oil >= 1}
entity_types:
  - name: Places
    instructions: The rooms of the house.
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: house, node_ids: [hall, garden], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: Tiles., edges: [garden], edgse: []}
      - {name: Garden, description: Grass., ending: {title: Out, kind: good}}
  - name: Thing
    instructions: What the player carries.
    traits: [described]
    fields: {oil: {type: integer, default: 2, min: 0, max: 3}, ${DIALS.map((name) => `${name}: {type: integer, default: 1, min: 1, max: 100}`).join(', ')}}
    entities:
      - name: Lamp
        description: A small lamp.
        functions:
          - {name: burn, description: Use it when the player lights the lamp., effects: [{state/add: {field: oil, amount: -1}}]}
${DIALS.map((name) => `          - {name: turn_${name}, description: Use it when the player turns it., effects: [{state/add: {field: ${name}, amount: 1}}]}`).join('\n')}
          - {name: fill_the_lamp_${'to_the_brim_'.repeat(4)}, description: Use it when the player fills the lamp., enabled: lamp.oil > 3, effects: [{state/set: {field: oil, value: 3}}]}
          - {name: buy, description: Use it when the player buys oil., enabled: ${DIALS.map((name) => `lamp.${name}`).join(' * ')} == ${PRIME}, effects: [{state/set: {field: oil, value: 3}}]}
`

const PLACES = Array.from({ length: 15 }, (_, index) => `hall_${index}`)
const [FIRST = ''] = PLACES
const around = (index: number) => [PLACES.at(index - 1), PLACES[(index + 1) % PLACES.length]].join(', ')
const wanted = PLACES.slice(0, 8).map((_, index) => `crate_${index}.held_by == 'hall_${(index * 7 + 3) % 15}'`)

/** A gamebook that keeps the checker busy for longer than any test waits. */
export const WAREHOUSE = `title: The Warehouse
entity_types:
  - name: Places
    instructions: The halls.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - id: warehouse
        node_ids: [${PLACES.join(', ')}, street]
        functions: [{target: transition, name: go_to, description: Use it when the player goes somewhere.}]
  - name: Place
    traits: [described, graph_node, container]
    entities:
${PLACES.map((id, index) => `      - {id: ${id}, name: Hall ${index}, description: Shelves., edges: [${id === FIRST ? `{to: street, enabled: "${wanted.join(' and ')}"}, ` : ''}${around(index)}]}`).join('\n')}
      - {id: street, name: Street, description: Rain., ending: {title: Out, kind: good}}
  - name: Person
    instructions: You.
    traits: [described, container]
    entities:
      - name: Player
        description: You.
        functions:
          - {target: take, name: take, description: Use it when the player takes a crate.}
          - {target: drop, name: put_down, description: Use it when the player puts a crate down.}
  - name: Crate
    instructions: The crates.
    traits: [described, item]
    entities:
${PLACES.map((id, index) => `      - {id: crate_${index}, name: Crate ${index}, description: Wood., held_by: ${id}}`).join('\n')}
`
