import { describe, expect, it } from 'vitest'

import { loadWorld } from '../testSupport/loadGamebook.ts'
import { buildSystemText } from './buildSystemText.ts'
import { buildStateUpdate, buildTurnText } from './buildTurnText.ts'
import { DEFAULT_NARRATION } from './settings/narrationSettings.ts'
import { utf8Length } from '../utf8Length.ts'
import type { World } from '../state/world.ts'

const COLUMNS = 70
const ROOMS = 4900

/** A house of rooms in a grid; the description of every tenth is computed. */
function houseOf(rooms: number): string {
  const ids = Array.from({ length: rooms }, (_, index) => `room_${index}`)
  return `
title: The Thousand Rooms
entity_types:
  - name: House
    instructions: Move the player only when they clearly choose to walk on.
    traits: [{name: graph, node_type_id: Room}]
    entities:
      - {id: house, node_ids: [${ids.join(', ')}], functions: [{target: transition, name: walk_to}]}
  - name: Room
    instructions: Rooms have doors.
    traits: [described, graph_node]
    entities:
${ids
  .map((id, index) => {
    const near = [index - COLUMNS, index - 1, index + 1, index + COLUMNS].filter((at) => at >= 0 && at < rooms)
    const came = index % 10 === 0 ? ' You came from {{ house.current_node.name }}.' : ''
    const edges = near.map((at) => `room_${at}`).join(', ')
    return `      - {id: ${id}, name: Room ${index}, description: "A cold draught, and a lamp on shelf ${index}.${came}", edges: [${edges}]}`
  })
  .join('\n')}
  - name: Person
    instructions: The house has a keeper.
    traits: [described]
    entities: [{name: Keeper, description: She counts the rooms and never gets to the end.}]
`
}

const world = loadWorld(houseOf(ROOMS))
const LIMIT = { worldBytes: 6000 }

function at(room: number): World {
  const { state } = world
  return { ...world, state: { ...state, entities: { ...state.entities, house: { current_node_id: `room_${room}` } } } }
}

const systemText = (worldBytes?: number): string =>
  buildSystemText(world.gamebook, DEFAULT_NARRATION, worldBytes === undefined ? {} : { worldBytes })
const turnText = (room: number): string => buildTurnText(at(room), ignore, [], LIMIT)
const headingsOf = (text: string): readonly string[] => text.match(/^### .*$/gm) ?? []

describe('the world of a large gamebook', () => {
  it('stays within its limit, whatever the limit', () => {
    for (const worldBytes of [300, 1000, 6000, 40_000]) {
      const text = systemText(worldBytes)
      const size = utf8Length(text.slice(text.indexOf('# World')))
      expect(size).toBeLessThanOrEqual(worldBytes)
      expect(size).toBeGreaterThan(worldBytes * 0.6)
    }
  })

  it('has what is no node first, then the nodes that are nearest to the start', () => {
    const headings = headingsOf(systemText(1000))
    expect(headings).toContain('### Person: Keeper')
    expect(headings).toContain('### Room: Room 1')
    expect(headings).toContain(`### Room: Room ${COLUMNS + 1}`)
    expect(headings).not.toContain('### Room: Room 50')
    const larger = headingsOf(systemText(6000))
    expect(headings.filter((heading) => !larger.includes(heading))).toEqual([])
  })

  it('is whole without a limit, and with one that it fits in', () => {
    expect(headingsOf(systemText())).toHaveLength((ROOMS * 9) / 10 + 1)
    expect(systemText(10_000_000)).toBe(systemText())
  })
})

describe('the state of a turn in a large gamebook', () => {
  it('has the node that is current and its neighbors, if the system text has no room for them', () => {
    const far = 3001
    expect(headingsOf(turnText(far))).toEqual(
      expect.arrayContaining(
        [far, far - COLUMNS, far - 1, far + 1, far + COLUMNS].map((room) => `### Room: Room ${room}`),
      ),
    )
    expect(headingsOf(turnText(far)).length).toBeLessThan(15)
    expect(utf8Length(turnText(far))).toBeLessThan(3000)
  })

  it('leaves out what the system text has', () => {
    expect(headingsOf(turnText(1))).not.toContain('### Room: Room 1')
  })

  it('has the instructions of a type whose nodes are far away', () => {
    const computed = loadWorld(houseOf(500).replace('Rooms have doors.', 'Rooms have {{ 2 + 2 }} doors.'))
    expect(buildTurnText(computed, ignore, [], LIMIT)).toContain('Rooms have 4 doors.')
  })

  it('brings neighbors with the result of a move', () => {
    const update = buildStateUpdate(at(3001), at(3002), ignore, LIMIT)
    expect(headingsOf(update)).toContain('### Room: Room 3003')
    expect(headingsOf(update)).not.toContain('### Room: Room 3001')
  })

  it('has the same system text wherever the player is, and the same neighbors at each visit', () => {
    const before = systemText(LIMIT.worldBytes)
    const first = turnText(2500)
    for (let room = 2500; room < 2600; room += 1) turnText(room)
    expect(systemText(LIMIT.worldBytes)).toBe(before)
    expect(turnText(2500)).toBe(first)
  })
})

function ignore(): void {}
