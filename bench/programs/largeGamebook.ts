const COLUMNS = 20

/** The source of a gamebook with this many places in a grid: four exits each, some guarded, some descriptions computed. */
export function largeGamebook(places: number): string {
  return `title: The Thousand Rooms
description: A house that is larger than its street.
entity_types:
  - name: House
    instructions: Move the player only when they clearly choose to walk on.
    traits: [{ name: graph, node_type_id: Room }]
    entities:
      - id: house
        node_ids: [${ids(places).join(', ')}]
        functions:
          - target: transition
            name: walk_to
            description: The player walks to the next room.
  - name: Room
    instructions: Tell what can be seen and where the doors lead.
    traits: [described, graph_node]
    entities:
${ids(places)
  .map((id, index) => room(id, neighbors(index, places), index))
  .join('\n')}
`
}

const ids = (places: number): string[] => Array.from({ length: places }, (_, index) => roomId(index))

const roomId = (index: number): string => `room_${index}`

function neighbors(index: number, places: number): string[] {
  const around = [index - COLUMNS, index - 1, index + 1, index + COLUMNS]
  return around.filter((place) => place >= 0 && place < places).map(roomId)
}

function room(id: string, [first = '', ...others]: readonly string[], index: number): string {
  const isGuarded = index % 4 === 0
  const seen =
    index % 10 === 0 ? 'You came from {{ house.current_node.name }}.' : 'Under a loose board there are coins.'
  return `      - id: ${id}
        name: Room ${index}
        description: A cold draught climbs the stair, and the lamp leans away from you. ${seen}
        edge_ids: [${(isGuarded ? others : [first, ...others]).join(', ')}]${isGuarded ? guardedEdge(id, first) : ''}`
}

const guardedEdge = (from: string, to: string): string => `
        lamp_lit: true
        edges: [{ to: ${to}, enabled: ${from}.lamp_lit, otherwise: It is too dark to find the latch. }]`
