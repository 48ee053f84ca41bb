import { describe, expect, it } from 'vitest'

import { POOL } from '../testSupport/pool.ts'
import { TOWER } from '../testSupport/tower.ts'
import { checkGamebook } from './checkGamebook.ts'
import { formatStep } from './steps/step.ts'
import { replay } from './steps/replay.ts'

/** A change of the tower: what is replaced by what. */
type Change = readonly [from: string, to: string]

function change(...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, TOWER)
}

function find(source: string) {
  const check = checkGamebook(source)
  expect(check.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return check
}

const codesOf = (source: string) => find(source).findings.map(({ code }) => code)

it('reports nothing for a gamebook without problems', () => {
  const { diagnostics, findings, explored } = checkGamebook(TOWER)
  expect([...diagnostics, ...findings]).toEqual([])
  expect(explored).toMatchObject({ isWhole: true })
})

it('knows the shortest path to each ending', () => {
  const ways = find(TOWER).explored?.endings.map(({ title, steps }) => [title, steps?.map(formatStep)])
  expect(ways).toEqual([
    ['The View', ['take(item: key)', 'go_to(to: stair)', 'go_to(to: attic)', 'climb() with 6 6', 'go_to(to: roof)']],
    [
      'The Fall',
      [
        'take(item: key)',
        'go_to(to: stair)',
        'go_to(to: attic)',
        'climb() with 1 1',
        'climb() with 1 1',
        'climb() with 1 1',
      ],
    ],
  ])
})

it('does not explore a gamebook with errors', () => {
  expect(checkGamebook(change(['edges: [stair]', 'edges: [moon]']))).toMatchObject({
    findings: [],
    explored: null,
    diagnostics: [{ code: 'unknown-reference' }],
  })
})

describe('the checker finds', () => {
  it.each<[string, string, string]>([
    [
      'an ending that nothing opens',
      'unreached-ending',
      change(['player.climbed}', 'player.climbed and player.bruises > 2}']),
    ],
    [
      'a node that nothing leads to',
      'unreached-node',
      change([`enabled: key.held_by == 'player'`, `enabled: key.held_by == 'attic' and false`]),
    ],
    ['a way that nobody can take', 'unused-edge', change(['args: {}}', 'args: {to: stair}}'])],
    ['a guard that never holds', 'guard-never-true', change([`key.held_by == 'player'`, `key.held_by == 'roof'`])],
    ['a guard that always holds', 'guard-always-true', change([`key.held_by == 'player'`, `key.held_by != 'roof'`])],
    [
      'a function that is never offered',
      'function-never-offered',
      change([`tower.current_node_id == 'attic' and`, `tower.current_node_id == 'roof' and`]),
    ],
    [
      'a function that is always refused',
      'function-never-succeeds',
      change([
        '{name: take, target: take}',
        '{name: take, target: take}\n          - {name: fail, effects: [{item/give: {item: key, to: player}}]}',
      ]),
    ],
    ['a trigger that never fires', 'trigger-never-fires', change(['player.bruises >= 3', 'player.bruises < 0'])],
    [
      'triggers without end',
      'trigger-loop',
      change([
        'triggers:',
        'triggers:\n          - {condition: player.bruises == 1, effects: [{state/add: {field: bruises, amount: 1}}]}\n          - {condition: player.bruises == 2, effects: [{state/add: {field: bruises, amount: -1}}]}',
      ]),
    ],
    [
      'a secret that stays one',
      'never-revealed',
      change([`visited(tower, 'attic')`, `visited(tower, 'roof') and player.bruises > 9`]),
    ],
    ['a thing that is nowhere', 'item-never-there', change(['held_by: attic, secret', 'secret'])],
    ['a check that cannot succeed', 'check-never-succeeds', change(['at_least: 8', 'at_least: 13'])],
    ['a check that cannot fail', 'check-never-fails', change(['at_least: 8', 'at_least: 2'])],
    ['a field that nobody reads', 'field-never-read', change(['{name: Key,', '{name: Key, weight: 3,'])],
    [
      'a state without a way to an ending',
      'soft-lock',
      change(
        [
          'name: graph/transition, args: {entity_id: tower, to: ditch}}',
          'effects: [{state/set: {field: stuck, value: true}}]}',
        ],
        ['climbed: {type: boolean}', 'climbed: {type: boolean}\n      stuck: {type: boolean}'],
        ['and not player.climbed', 'and not player.climbed and not player.stuck'],
      ),
    ],
    [
      'an expression that fails',
      'expression-fails',
      change(['enabled: player.climbed', 'enabled: player.climbed and 6 / (player.bruises - 1) != 0']),
    ],
  ])('%s', (_, code, source) => {
    expect(codesOf(source)).toContain(code)
  })

  it.each<[string, string, number]>([
    ['sooner than its author wants', 'x-min-steps: 6', 5],
    ['without a place that its author names', 'x-requires-visit: [ditch]', 5],
  ])('an ending that is reached %s', (_, note, steps) => {
    const { findings } = find(
      change(['ending: {title: The View, kind: good}', `ending: {title: The View, kind: good}\n        ${note}`]),
    )
    expect(findings).toMatchObject([{ code: 'ending-too-cheap', severity: 'warning' }])
    expect(findings[0]?.witness).toHaveLength(steps)
  })

  it("no problem in an ending that meets its author's expectations", () => {
    const note = 'x-min-steps: 5\n        x-requires-visit: attic'
    expect(
      codesOf(
        change(['ending: {title: The View, kind: good}', `ending: {title: The View, kind: good}\n        ${note}`]),
      ),
    ).toEqual([])
  })

  it.each(['x-min-steps: soon', 'x-requires-visit: moon', 'x-min-steps: -1'])(
    "an expectation that can't be met: %s",
    (note) => {
      expect(codesOf(change(['description: Wind.', `description: Wind.\n        ${note}`]))).toEqual([
        'bad-expectation',
      ])
    },
  )
})

describe('a finding', () => {
  it('has the location of its guard', () => {
    const source = change([`key.held_by == 'player'`, `key.held_by == 'roof'`])
    const { line, column, path } =
      find(source).findings.find(({ code }) => code === 'guard-never-true') ?? expect.unreachable()
    expect(source.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^key\.held_by == 'roof'/)
    expect(path).toBe('entity_types[1].entities[1].edges[1]')
  })

  it('has calls that reproduce it', () => {
    const source = change(
      ['to: ditch}}', 'to: yard}}'],
      ['player.climbed}', 'player.climbed and player.bruises < 3}'],
      ['and not player.climbed', 'and not player.climbed and player.bruises < 3'],
    )
    const { findings, gamebook } = find(source)
    const lock = findings.find(({ code }) => code === 'soft-lock') ?? expect.unreachable()
    expect(lock.witness?.map(formatStep).at(-1)).toBe('climb() with 1 1')
    const states = replay(gamebook ?? expect.unreachable(), lock.witness ?? [])
    expect(states).toHaveLength((lock.witness?.length ?? 0) + 1)
    expect(states.at(-1)?.entities['player']).toMatchObject({ bruises: 3 })
  })

  it('is missing after a search that could not decide it, and its question is open', () => {
    const { findings, explored, summary } = checkGamebook(change(['player.bruises >= 3', 'player.bruises < 0']), {
      maxStates: 4,
    })
    expect(explored?.isWhole).toBe(false)
    expect(findings.filter(({ isProven }) => !isProven)).toEqual([])
    expect(summary?.open[0]?.reasons).toContainEqual({ kind: 'limit', of: 'states', value: 4 })
  })
})

describe("state that can't matter", () => {
  it('is left out of the explored states', () => {
    const counter = change(
      ['climbed: {type: boolean}', 'climbed: {type: boolean}\n      songs: {type: integer}'],
      [
        '{name: take, target: take}',
        '{name: take, target: take}\n          - {name: sing, effects: [{state/add: {field: songs, amount: 1}}]}',
      ],
    )
    expect(find(counter).explored?.states).toBe(find(TOWER).explored?.states)
  })

  it.each([
    ['only asks whether it is true', 'true if player.bruises else false', true],
    ['gives its truth', 'player.bruises if player.climbed else false', true],
    ['gives its value', '(player.bruises if player.climbed else 3) >= 3', false],
  ])('is a number beyond all comparisons if a conditional %s', (_, condition, isDecided) => {
    const { explored, summary } = checkGamebook(change(['player.bruises >= 3', condition]), { maxStates: 500 })
    expect(explored?.isWhole).toBe(isDecided)
    const reasons = new Set(summary?.open.flatMap((open) => open.reasons.map(({ kind }) => kind)))
    expect(reasons.has('unbounded')).toBe(!isDecided)
  })

  it('are visits beyond all comparisons', () => {
    const explored = find(POOL).explored
    expect(explored?.isWhole).toBe(true)
    expect(explored?.endings.map(({ title, steps }) => [title, steps?.length])).toEqual([
      ['Drowned', 6],
      ['Home', 4],
    ])
  })

  it('are not visits that a rule calculates with', () => {
    const counted = POOL.replace("visits(shore, 'pool') == 4", "visits(shore, 'pool') + player.wet == 4")
    expect(checkGamebook(counted, { maxStates: 500 }).explored?.isWhole).toBe(false)
  })
})
