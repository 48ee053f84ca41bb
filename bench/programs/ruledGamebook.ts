const ENDINGS = 6
const FLAGS = 20
const THINGS = 5
const COUNTERS = 3
const TASKS = 12

/** The source of a gamebook with this many places, and rules for 20 switches, 5 things, 3 counters and a clock. */
export function ruledGamebook(places: number, seed: number): string {
  const draw = createDraw(seed)
  const ids = Array.from({ length: places }, (_, index) => placeId(index))
  return `title: The Ruled House
description: A house with a rule for everything.
entity_types:
  - name: House
    instructions: Move the player only when they clearly choose to walk on.
    traits: [{ name: graph, node_type_id: Place }]
    entities:
      - id: house
        node_ids: [${ids.join(', ')}]
        functions:
          - target: transition
            name: walk_to
            description: The player walks on.
            effects: [{ clock/advance: { entity_id: night, minutes: 5 } }]
  - name: Place
    traits: [described, graph_node, container]
    entities:
${ids.map((id, index) => place(id, index, places, draw)).join('\n')}
  - name: Switches
    instructions: Switches open doors.
    traits: [described]
    fields: { ${list(FLAGS, (index) => `f${index}: boolean`)} }
    entities:
      - id: flags
        name: Switches
        description: A row of switches.
        functions:
${lines(FLAGS, (index) => pressFunction(index, places, draw))}
        triggers:
          - { condition: player.c0 == 0, effects: [{ graph/transition: { entity_id: house, to: ${placeId(places - 1)} } }] }
          - { condition: flags.f1 and flags.f2, once: true, effects: [{ state/add: { entity_id: player, field: c1, amount: 10 } }] }
          - { condition: night.minutes > 4000, effects: [{ graph/transition: { entity_id: house, to: ${placeId(places - 2)} } }] }
  - name: Person
    instructions: Play them.
    traits: [described, container]
    fields: { ${list(COUNTERS, (index) => `c${index}: { type: integer, default: ${index === 0 ? 50 : 0}, min: 0, max: 100 }`)} }
    entities:
      - id: player
        name: Player
        description: You.
        functions:
          - { target: take, name: take, description: The player takes a thing. }
          - { target: drop, name: put_down, description: The player puts a thing down. }
${lines(TASKS, (index) => taskFunction(index, places, draw))}
  - name: Thing
    instructions: Things lie about.
    traits: [described, item]
    entities:
${lines(THINGS, (index) => `      - { id: i${index}, name: Thing ${index}, description: It is old., held_by: ${inner(places, draw)} }`)}
  - name: Night
    instructions: The night passes.
    traits: [described, clock]
    entities: [{ id: night, name: Night, description: It is dark., start: '08:00' }]
`
}

type Draw = (count: number) => number

function createDraw(seed: number): Draw {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

function place(id: string, index: number, places: number, draw: Draw): string {
  if (index >= places - ENDINGS)
    return `      - { id: ${id}, name: Place ${index}, description: It ends here., ending: true }`
  const edges = new Map<number, string | null>([
    [Math.min(index + 1, places - 1 - draw(ENDINGS)), null],
    [draw(places - ENDINGS), null],
    [Math.max(0, index - 1 - draw(5)), null],
    [draw(places), guard(draw)],
  ])
  if (draw(3) === 0) edges.set(index + 1, guard(draw))
  edges.delete(index)
  const written = [...edges].map(([to, enabled]) =>
    enabled === null ? placeId(to) : `{ to: ${placeId(to)}, enabled: ${enabled} }`,
  )
  return `      - { id: ${id}, name: Place ${index}, description: A room., edges: [${written.join(', ')}] }`
}

function guard(draw: Draw): string {
  const kind = draw(10)
  if (kind < 4) return `flags.f${draw(FLAGS)}`
  if (kind < 6) return `not flags.f${draw(FLAGS)}`
  if (kind < 8) return `"'i${draw(THINGS)}' in player.items"`
  return kind < 9 ? `player.c${draw(COUNTERS)} >= ${5 + 5 * draw(10)}` : `night.minutes < ${200 + draw(2000)}`
}

function pressFunction(index: number, places: number, draw: Draw): string {
  const conditions = ['', ` and flags.f${draw(FLAGS)}`, ` and player.c${draw(COUNTERS)} >= ${5 * draw(8)}`]
  const enabled = `house.current_node_id == '${inner(places, draw)}'${conditions[draw(conditions.length)] ?? ''}`
  const value = index % 5 === 4 ? `"=not flags.f${index}"` : 'true'
  return `          - { name: press_${index}, description: The player presses a switch., enabled: ${enabled}, effects: [{ state/set: { field: f${index}, value: ${value} } }] }`
}

function taskFunction(index: number, places: number, draw: Draw): string {
  const enabled = `"house.current_node_id in [${list(3, () => `'${inner(places, draw)}'`)}]"`
  const rules =
    index % 3 === 0
      ? 'check: { roll: 2d6, at_least: 8, on_success: [{ state/add: { field: c1, amount: 3 } }], on_failure: [{ state/add: { field: c0, amount: -2 } }] }'
      : `effects: [{ state/add: { field: c${index % 3}, amount: ${[1, 2, 5, -1][draw(4)] ?? 1} } }]`
  return `          - { name: task_${index}, description: The player does a task., enabled: ${enabled}, ${rules} }`
}

/** A place that is not an ending. */
function inner(places: number, draw: Draw): string {
  return placeId(draw(places - ENDINGS))
}

function placeId(index: number): string {
  return `n${index}`
}

function list(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join(', ')
}

function lines(count: number, write: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index)).join('\n')
}
