import { describe, expect, it } from 'vitest'
import { evaluate } from '../expressions/evaluate/evaluate.ts'
import { parseExpression } from '../expressions/parse/parse.ts'
import { getWorld } from '../testSupport/buildWorld.ts'
import { readField } from './readField.ts'
import type { StoryState } from './storyState.ts'

const yaml = `
title: Test
entity_types:
  - name: Map
    traits: [described, {name: graph, node_type_id: Place}]
    entities: [{id: island, name: Island, description: Small., node_ids: [landing, cave, shaft], current_node_id: cave}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: landing, name: Landing, description: Sand., edge_ids: [cave], edges: [{to: shaft, enabled: false}]}
      - {id: cave, name: "=player.motto", description: "Dark, {{ player.coins }} coins.", enabled: [true, player.coins > 3],
         requires: "player.lamp", otherwise: Too dark.}
      - {id: shaft, name: Shaft, description: "", requires: "player.motto + 1", ending: true}
  - name: Person
    traits: [container]
    fields: {coins: {type: integer, default: 2}, wounds: {type: integer, default: "=player.coins - 1"}, friend: {type: entity, of: Person},
             friends: entities, title: text, lamp: boolean}
    entities:
      - {id: player, motto: hold, free: null, note: {pages: 2}, notes: [{pages: 2}], constructor: 1, twice: "=player.coins * 2", coins: 4,
         friend: ansel, friends: [ansel], capacity: 3, open: "=player.lamp"}
      - {id: ansel, title: "==x"}
  - name: Thing
    traits: [item]
    entities: [{id: rope, held_by: player}, {id: lamp, portable: "player.lamp"}, {id: oil, held_by: player}]
  - {name: Clock, traits: [clock], entities: [{id: night, start: "21:30"}]}
`

describe('the fields of traits', () => {
  it.each([
    ['island.name', 'Island'],
    ['island.enabled', true],
    ['island.node_ids', ['landing', 'cave', 'shaft']],
    ['island.nodes', [{ entityId: 'landing' }, { entityId: 'cave' }, { entityId: 'shaft' }]],
    ['island.current_node_id', 'cave'],
    ['island.current_node', { entityId: 'cave' }],
    ['landing.edge_ids', ['cave', 'shaft']],
    ['landing.edges', [{ entityId: 'cave' }, { entityId: 'shaft' }]],
    ['landing.requires', true],
    ['landing.otherwise', null],
    ['landing.ending', false],
    ['shaft.ending', true],
    ['cave.name', 'hold'],
    ['cave.description', 'Dark, 4 coins.'],
    ['cave.enabled', true],
    ['cave.requires', false],
    ['cave.otherwise', 'Too dark.'],
    ['player.items', ['rope', 'oil']],
    ['player.capacity', 3],
    ['player.open', false],
    ['ansel.capacity', null],
    ['ansel.open', true],
    ['rope.held_by', 'player'],
    ['rope.holder', { entityId: 'player' }],
    ['rope.portable', true],
    ['lamp.held_by', null],
    ['lamp.holder', null],
    ['lamp.portable', false],
    ['night.start', '21:30'],
    ['night.minutes', 0],
    ['night.day', 1],
    ['night.time_of_day', '21:30'],
    ['night.id', 'night'],
    ['night.revealed', true],
  ])('%s is %j at the start', (path, value) => {
    expect(read(path)).toEqual(value)
  })

  it('follow the state', () => {
    const entities = {
      island: { current_node_id: 'landing' },
      rope: { held_by: null },
      lamp: { held_by: 'ansel' },
      night: { minutes: 27 * 60 },
    }
    const paths = [
      'island.current_node_id',
      'rope.holder',
      'player.items',
      'ansel.items',
      'night.day',
      'night.time_of_day',
    ]
    expect(paths.map((path) => read(path, entities))).toEqual(['landing', null, ['oil'], ['lamp'], 3, '00:30'])
  })

  it('give the same value for an entity every time', () => {
    const world = getWorld(yaml)
    expect(readField(world, 'rope', 'holder')).toBe(readField(world, 'oil', 'holder'))
    expect(evaluate(parseExpression('island.current_node in island.nodes'), world)).toBe(true)
  })
})

describe('other fields', () => {
  it.each([
    ['player.motto', 'hold'],
    ['player.free', null],
    ['player.twice', 8],
    ['player.coins', 4],
    ['player.wounds', 3],
    ['player.friend', { entityId: 'ansel' }],
    ['player.friends', ['ansel']],
    ['player.title', ''],
    ['player.constructor', 1],
    ['ansel.coins', 2],
    ['ansel.friend', null],
    ['ansel.title', '=x'],
  ])('%s is %j at the start', (path, value) => {
    expect(read(path)).toEqual(value)
  })

  it('have the written value first', () => {
    const player = { motto: null, twice: 1, coins: 0, wounds: 9, friend: 'player', title: '=player.coins' }
    const values = Object.keys(player).map((field) => read(`player.${field}`, { player }))
    expect(values).toEqual([null, 1, 0, 9, { entityId: 'player' }, '=player.coins'])
  })

  it.each([
    'player.note',
    'player.notes',
    'player.luck',
    'ansel.motto',
    'ansel.constructor',
    'ansel.__proto__',
    'rope.items',
  ])('%s is unknown', (path) => {
    const entities = { player: { luck: 3 } }
    expect(() => read(path, entities)).toThrow(expect.objectContaining({ code: 'unknown-field', source: path }))
  })

  it('of an unknown entity are unknown, even if the state has values', () => {
    const entities = { kraken: { awake: true } }
    expect(() => read('kraken.awake', entities)).toThrow(expect.objectContaining({ code: 'unknown-entity' }))
  })

  it('that fail have the name of the field and the cause', () => {
    expect(() => read('shaft.requires')).toThrow(
      expect.objectContaining({
        code: 'dynamic-field',
        source: 'shaft.requires',
        column: 7,
        message: `"shaft.requires" can't be read: "+" needs a number, not text.`,
        cause: expect.objectContaining({
          code: 'not-numeric',
          source: 'player.motto + 1',
          position: { line: 13, column: 62 },
        }),
      }),
    )
  })
})

function read(path: string, entities: StoryState['entities'] = {}) {
  const [entityId = '', field = ''] = path.split('.')
  return readField(getWorld(yaml, { entities }), entityId, field)
}
