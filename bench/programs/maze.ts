const SIDE = 11

/**
 * The same maze for both engines: scenes in a grid, each with about forty words, a few of them dependent on the state,
 * three to four choices, some of them conditional, a number that changes with each choice, and an item to take.
 */
export function inkMaze(): string {
  return `VAR courage = 3
VAR gold = 10
VAR has_lamp = false
-> s_0_0

=== function within(value, most) ===
{ value > most:
  ~ return most
}
~ return value

${cells().map(inkScene).join('\n')}`
}

export function gamebookMaze(): string {
  return `title: The Maze
entity_types:
  - name: Maze
    instructions: Tell of the rooms.
    traits: [{ name: graph, node_type_id: Room }]
    entities:
      - id: maze
        node_ids: [${cells().map(idOf).join(', ')}]
        functions:
          - name: go_to
            target: transition
            effects: [{ state/add: { entity_id: player, field: courage, amount: 1 } }]
  - name: Room
    traits: [described, graph_node]
    entities:
${cells().map(gamebookScene).join('\n')}
  - name: Person
    instructions: Play them.
    traits: [described]
    fields:
      courage: { type: integer, default: 3, min: 0, max: 9 }
      gold: { type: integer, default: 10, min: 0 }
      has_lamp: { type: boolean }
    entities:
      - name: Player
        description: You.
        functions:
          - { name: take_lamp, enabled: not player.has_lamp, effects: [{ state/set: { field: has_lamp, value: true } }] }
          - { name: pay_porter, enabled: player.gold > 2, effects: [{ state/add: { field: gold, amount: -1 } }] }
          - { name: search, enabled: player.gold < 9, effects: [{ state/add: { field: gold, amount: 2 } }] }
`
}

type Cell = readonly [row: number, column: number]

function cells(): readonly Cell[] {
  return Array.from({ length: SIDE * SIDE }, (_, index): Cell => [Math.floor(index / SIDE), index % SIDE])
}

const idOf = ([row, column]: Cell): string => `s_${row}_${column}`
const east = ([row, column]: Cell): string => idOf([row, (column + 1) % SIDE])
const south = ([row, column]: Cell): string => idOf([(row + 1) % SIDE, column])

function inkScene(cell: Cell): string {
  return `=== ${idOf(cell)} ===
Room ${idOf(cell)}. The plaster has come down in the shape of a coast, and somebody has drawn ships along it with a burnt stick. A draught goes through without stopping, as if it lived here. { courage > 4: You look each corner over in turn. | You wait until your eyes have learned the dark. }
+ [East.] -> on_${idOf(cell)}
+ [South.]
  ~ courage = within(courage + 1, 9)
  -> ${south(cell)}
+ { not has_lamp } [Take the lamp.]
  ~ has_lamp = true
  -> ${idOf(cell)}
+ { gold > 2 } [Pay the porter.]
  ~ gold = gold - 1
  -> ${idOf(cell)}
+ { gold < 9 } [Search.]
  ~ gold = gold + 2
  -> ${idOf(cell)}

=== on_${idOf(cell)} ===
~ courage = within(courage + 1, 9)
-> ${east(cell)}
`
}

function gamebookScene(cell: Cell): string {
  return `      - id: ${idOf(cell)}
        name: Room ${idOf(cell)}
        description: The plaster has come down in the shape of a coast, and somebody has drawn ships along it with a burnt stick. A draught goes through without stopping, as if it lived here. Your courage is {{ player.courage }}.
        edges: [${east(cell)}, ${south(cell)}]`
}
