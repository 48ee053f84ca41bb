import { describe, expect, it } from 'vitest'
import { getWorld } from '../../testSupport/buildWorld.ts'
import { checkExpression } from './check.ts'
import { parseExpression } from '../parse/parse.ts'

const { gamebook } = getWorld(`
title: Test
entity_types:
  - {name: Map, traits: [{name: graph, node_type_id: Place}], entities: [{id: island, node_ids: [landing, cave]}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {id: landing, name: Landing, description: Sand., wind: 3}
      - {id: cave, name: "=player.motto", description: Dark.}
  - name: Person
    traits: [container]
    fields: {wounds: integer, friend: {type: entity}, tags: list, title: {type: text, default: "=1 + 1"}}
    entities:
      - {id: player, motto: hold, here: "=island.current_node"}
  - name: Speaker
    traits: [speaker]
    entities: [{id: smith, topics: [{id: bell, about: [bell], say: It rang.}]}]
`)

describe('before play', () => {
  it.each([
    ['kraken.awake', 'expression-unknown-entity', 0],
    ['true or kraken.awake', 'expression-unknown-entity', 8],
    ['player.corage', 'expression-unknown-field', 7],
    ['island.current_node.colour', 'expression-unknown-field', 20],
    ['player.motto.x', 'expression-not-an-entity', 7],
    ['player.wounds.x', 'expression-not-an-entity', 7],
    ['island.current_node.description.x', 'expression-not-an-entity', 20],
    ['island.current_node_id.name', 'expression-not-an-entity', 7],
    ["1 < 'a'", 'expression-type', 2],
    ['player.tags > 1', 'expression-type', 12],
    ["player.wounds >= 'a'", 'expression-type', 14],
    ['1 in player.wounds', 'expression-type', 5],
    ["player.wounds in 'abc'", 'expression-type', 0],
    ['player.tags + 1', 'expression-not-numeric', 0],
    ['1 + (2 == 3)', 'expression-not-numeric', 5],
    ['-player.tags', 'expression-not-numeric', 1],
    ['abs(true)', 'expression-not-numeric', 0],
    ["min(1, 'a')", 'expression-not-numeric', 0],
    ['max([])', 'expression-type', 0],
    ['count(3)', 'expression-type', 0],
    ['player.wounds / 0', 'expression-division-by-zero', 16],
    ['1 / -0.0', 'expression-division-by-zero', 4],
    ["visited(atlantis, 'cave')", 'expression-unknown-entity', 8],
    ["visited(player, 'cave')", 'expression-type', 8],
    ["visited(island, 'moon')", 'expression-unknown-entity', 16],
    ['visited(island, player.wounds)', 'expression-type', 16],
    ['[1, not -[2]] == 3', 'expression-not-numeric', 9],
    ["visits(atlantis, 'cave')", 'expression-unknown-entity', 7],
    ["visits(player, 'cave')", 'expression-type', 7],
    ["visits(island, 'moon')", 'expression-unknown-entity', 15],
    ['visits(island, player.wounds)', 'expression-type', 15],
    ["visits(island, 'moon' if player.wounds else 'cave')", 'expression-unknown-entity', 15],
    ["'a' in visits(island, 'cave')", 'expression-type', 7],
    ["discussed(giant, 'bell')", 'expression-unknown-entity', 10],
    ["discussed(player, 'bell')", 'expression-type', 10],
    ["discussed(smith, 'whale')", 'expression-unknown-topic', 17],
    ["discussed(smith, 'bell' if player.wounds else 'whale')", 'expression-unknown-topic', 46],
    ['discussed(smith, player.wounds)', 'expression-type', 17],
    ["discussed(smith, 'bell') + 1", 'expression-not-numeric', 0],
    ["('a' if player.wounds else 'b') + 1", 'expression-not-numeric', 1],
    ['(1 if player.wounds else [2]) in 3', 'expression-type', 33],
    ['1 if kraken.awake else 2', 'expression-unknown-entity', 5],
    ['kraken.awake if player.wounds else 2', 'expression-unknown-entity', 0],
    ['1 if player.wounds else 2 / 0', 'expression-division-by-zero', 28],
    ['1 / 0 if true else 2', 'expression-division-by-zero', 4],
    ['1 if false else 2 / 0', 'expression-division-by-zero', 20],
  ])('%s is the error %s', (source, code, offset) => {
    const errors = check(source).filter(({ severity }) => severity === 'error')
    expect(errors.map((problem) => [problem.code, problem.offset])).toEqual([[code, offset]])
  })

  it.each([
    ['island.current_node.wind > 2', 'field-not-on-every-node', 20],
    ["island.current_node == 'cave'", 'never-equal', 20],
    ["'cave' != island.current_node", 'never-equal', 7],
    ["player.friend == 'cave'", 'never-equal', 14],
    ["(player.friend if player.wounds else null) == 'cave'", 'never-equal', 43],
  ])('%s is the warning %s', (source, code, offset) => {
    expect(check(source)).toEqual([expect.objectContaining({ code, severity: 'warning', offset })])
  })

  it.each([
    'player.motto + 1',
    'player.motto < 3',
    'player.title.x',
    'player.here.name.x',
    'player.friend.name',
    'player.capacity > 1',
    'island.current_node.name == 3',
    'island.current_node.name.x.y',
    "island.current_node.id > 'a' or player.id == player.motto",
    "island.current_node.id == 'cave'",
    "player.here == 'cave'",
    'player.friend == null',
    'max(player.tags) > 1',
    'min(player.motto)',
    'count(player.items) / player.wounds > -1',
    'visited(island, player.here) and visited(island, player.motto)',
    "player.motto in ['a', 1] and 1 in player.motto",
    'island.revealed',
    "visits(island, player.here) + visits(island, player.motto) > visits(island, 'cave')",
    "discussed(smith, player.motto) and discussed(smith, 'bell')",
    "('a' if player.wounds else 1) + 1",
    "(player.friend if player.wounds else 'cave') == 'cave'",
    '1 / 0 if false else 2',
    '1 / 0 if player.wounds and [] else 2',
    '1 if not 0 or player.wounds else kraken.awake',
    '1 if player.wounds else 2 if true else 3 / 0',
    "visits(island, 'moon' if null else 'cave') > 1",
  ])('%s is accepted', (source) => {
    expect(check(source)).toEqual([])
  })

  it('all problems are reported, from left to right', () => {
    expect(check("kraken.x + 'a' > player.tags").map(({ code }) => code)).toEqual([
      'expression-unknown-entity',
      'expression-not-numeric',
      'expression-type',
    ])
  })

  it('the messages are the same as during play', () => {
    expect(check('plaxer.x')).toEqual([
      {
        code: 'expression-unknown-entity',
        severity: 'error',
        offset: 0,
        message: 'There is no entity "plaxer".',
        hint: 'Did you mean "player"?',
      },
    ])
    expect(check('island.current_node.colour')[0]?.message).toBe('None of these has the field "colour".')
    expect(check('island.current_node.wind')[0]).toMatchObject({
      message: 'Not every node has the field "wind": "cave" lacks it.',
      hint: 'Add it to the others: while a node without it is current, this expression fails.',
    })
    expect(check("discussed(smith, 'bel')")[0]).toMatchObject({
      message: 'The speaker "smith" has no topic "bel".',
      hint: 'Did you mean "bell"?',
    })
    expect(check('player.friend + 1')[0]?.message).toBe('"+" needs a number, not an entity or null.')
  })
})

function check(source: string) {
  return checkExpression(parseExpression(source), gamebook)
}
