import { describe, expect, it } from 'vitest'

import { loadGamebook } from '../testSupport/loadGamebook.ts'
import { checkGamebook } from './checkGamebook.ts'
import { formatStep } from './steps/step.ts'
import { playRandom } from './randomPlay/randomPlay.ts'
import { replay } from './steps/replay.ts'

/** Down to the cellar, where a candle burns out, and into a pit that nothing leads out of. */
const house = (project: string, hero = '') => `title: The House
${project}
entity_types:
  - name: Places
    instructions: The house.
    traits: [{name: graph, node_type_id: Place}]
    entities:
      - {id: house, node_ids: [hall, cellar, pit, garden], functions: [{target: transition, name: go}]}
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Hall, description: A candle., edges: [cellar, garden]}
      - {name: Cellar, description: Dark., edges: [hall, pit]}
      - {name: Pit, description: Deep., edges: [], ending: {title: Deep}}
      - {name: Garden, description: Green., ending: {title: Out}}
  - name: Person
    instructions: The player.
    traits: [described]
    fields: {light: {type: integer, default: 3, min: -5, max: 3}, rest: {type: integer, default: 9, min: 0, max: 9}${hero}}
    entities:
      - id: hero
        name: Hero
        description: 'Light: {{ hero.light }}, {{ hero.rest }}.'
        functions:
          - {name: wait, effects: [{state/add: {field: light, amount: -1}}]}
        triggers: [{condition: "hero.light == 1", effects: [{state/add: {field: rest, amount: -1}}]}]
`

function findingsIn(source: string, options = {}) {
  const { diagnostics, findings } = checkGamebook(source, options)
  expect(diagnostics).toEqual([])
  return findings
}

const describeFindings = (source: string, options = {}) =>
  findingsIn(source, options).map(({ code, severity, line, column, message, witness, isProven }) => ({
    found: `${line}:${column} ${severity} ${code}${isProven ? '' : ' (not proven)'}: ${message}`,
    steps: witness?.map(formatStep),
  }))

it('reports nothing without rules, and nothing for rules that hold', () => {
  expect(findingsIn(house(''))).toEqual([])
  const rules = `invariants: [{condition: hero.light >= -5}, {condition: true}, {condition: [hero.light <= 3, hero.rest > 0]}]
goals: [{condition: hero.light < 0}, {condition: "house.current_node_id == 'pit' and hero.rest == 8"}]`
  expect(findingsIn(house(rules))).toEqual([])
})

describe('an invariant', () => {
  it('that is violated is found with the shortest steps, triggers included', () => {
    const [found, ...others] = describeFindings(house('invariants:\n  - {name: rested, condition: hero.rest == 9}'))
    expect(found).toEqual({
      found: '3:31 warning invariant-violated: The invariant "rested" is violated.',
      steps: ['wait()', 'wait()'],
    })
    expect(others).toEqual([])
  })

  it('across parts of the gamebook that have nothing else in common is decided in both', () => {
    const source = house(`invariants: [{condition: "not (house.current_node_id == 'cellar' and hero.light == 2)"}]`)
    const [found] = findingsIn(source)
    const states = replay(loadGamebook(source), found?.witness ?? [])
    expect(found?.witness?.map(formatStep).toSorted()).toEqual(['go(to: cellar)', 'wait()'])
    expect(states.at(-1)?.entities).toEqual({ house: { current_node_id: 'cellar' }, hero: { light: 2 } })
    expect(found?.message).toBe(
      `The invariant "not (house.current_node_id == 'cellar' and hero.light == 2)" is violated.`,
    )
  })

  it('that is false at the start has no steps', () => {
    expect(describeFindings(house('invariants: [{condition: false}]'))).toEqual([
      { found: '2:14 warning invariant-violated: The invariant "false" is violated.', steps: [] },
    ])
  })

  it("that can't be evaluated says why", () => {
    expect(describeFindings(house('invariants: [{condition: 6 / hero.light > 0}]'))).toEqual([
      {
        found: `2:26 warning invariant-violated: The invariant "6 / hero.light > 0" can't be evaluated: This divides by 0.`,
        steps: ['wait()', 'wait()', 'wait()'],
      },
    ])
  })

  it('that is violated only at an ending is found', () => {
    const [found] = findingsIn(house(`invariants: [{condition: "not visited(house, 'pit')"}]`))
    expect(found?.witness?.map(formatStep)).toEqual(['go(to: cellar)', 'go(to: pit)'])
  })
})

describe('a goal', () => {
  it('that play never meets is found, however early the search ends, if it is out of reach of all values', () => {
    const source = house('goals: [{name: daylight, condition: hero.light > 3}]')
    expect(describeFindings(source)).toEqual([
      { found: '2:37 warning goal-never-met: The goal "daylight" is never met.', steps: undefined },
      {
        found: '2:50 warning value-never-equal: "hero.light" is always between -5 and 3, so this is never true.',
        steps: undefined,
      },
    ])
    const [limited] = describeFindings(source, { maxStates: 3 }).filter(({ found }) => found.includes('goal'))
    expect(limited?.found).toContain('warning goal-never-met: The goal "daylight" is never met.')
  })

  it("that can't be evaluated is never met", () => {
    const [found] = describeFindings(house('goals: [{condition: 1 / (hero.light - hero.light) > 0}]'))
    expect(found?.found).toContain("is never met. Its condition can't be evaluated: This divides by 0.")
  })

  it('that must always remain possible is found where it is lost', () => {
    const source = house('goals:\n  - {name: bright, condition: hero.light == 3, always: true}')
    expect(describeFindings(source)).toEqual([
      {
        found: `3:31 warning goal-lost: After wait(), the goal "bright" can no longer be met. In total, 2 states of the story are like this, apart from differences that don't matter here.`,
        steps: ['wait()'],
      },
    ])
    expect(findingsIn(source.replace(', always: true', ''))).toEqual([])
    const rest = 'functions:\n          - {name: rest, effects: [{state/set: {field: light, value: 3}}]}'
    expect(findingsIn(source.replace('functions:\n', `${rest}\n`))).toEqual([])
  })

  it('counts as met at an ending, and endings lose nothing', () => {
    expect(findingsIn(house(`goals: [{condition: "visited(house, 'garden')", always: true}]`))).toEqual([])
  })
})

describe('the severity of findings', () => {
  const broken = (checks: string) => house(`invariants: [{condition: false}]\ngoals: [{condition: false}]\n${checks}`)

  it('is the one that the gamebook gives them', () => {
    const severities = (checks: string) => findingsIn(broken(checks)).map(({ code, severity }) => [code, severity])
    expect(severities('checks: {invariant-violated: off, goal-never-met: note}')).toEqual([['goal-never-met', 'note']])
    expect(severities('checks: {goal-never-met: false}')).toEqual([['invariant-violated', 'warning']])
  })

  it('can be raised', () => {
    const unread = house('checks: {field-never-read: warning}').replace('name: Hero', 'name: Hero\n        age: 3')
    const severities = findingsIn(unread).map(({ code, severity }) => [code, severity])
    expect(severities).toContainEqual(['field-never-read', 'warning'])
  })
})

describe('random play', () => {
  const play = (source: string) => playRandom(loadGamebook(source), { seed: 1, runs: 40, maxSteps: 30 })

  it('fails with the first violated invariant', () => {
    const { failure } = play(house('invariants: [{name: rested, condition: hero.rest == 9}]'))
    expect(failure).toMatchObject({ kind: 'invariant-violated', message: 'The invariant "rested" is violated.' })
    expect(failure?.steps.filter((step) => step.function === 'wait')).toHaveLength(2)
    expect(play(house('invariants: [{condition: false}]')).failure?.steps).toEqual([])
  })

  it('counts the goals that it met', () => {
    const goals =
      'goals: [{condition: hero.light < 0}, {condition: hero.light > 3}, {condition: 1 / (hero.light - hero.light) > 0}]'
    expect(play(house(goals))).toMatchObject({ failure: null, coverage: { goals: new Set([0]) } })
  })
})

describe("the player's answers", () => {
  const asked = (condition: string, declared: string) =>
    house(`goals: [{condition: "${condition}"}]`, `, called: {type: text, ${declared}, ask: start}`)

  it('open what they decide: each answer of a list is tried', () => {
    const door = (source: string) =>
      source.replace('edges: [cellar, garden]', `edges: [cellar, {to: garden, enabled: "hero.called == 'Ada'"}]`)
    const choice = 'default: Bob, values: [Ada, Bob]'
    const source = door(asked(`visited(house, 'garden')`, choice))
    expect(findingsIn(source)).toEqual([])
    const { explored } = checkGamebook(source)
    const out = explored?.endings.find(({ title }) => title === 'Out')
    expect(out?.steps?.map(formatStep)).toEqual(['the start of the story (hero.called: Ada)', 'go(to: garden)'])
    expect(replay(loadGamebook(source), out?.steps ?? []).at(-1)?.ended).toMatchObject({ title: 'Out' })
    expect(playRandom(loadGamebook(source), { seed: 1, runs: 40 }).endings.get('garden')).toBeGreaterThan(0)
    const closed = door(asked(`visited(house, 'garden')`, 'default: Bob, values: [Eve, Bob]'))
    expect(findingsIn(closed).map(({ code }) => code)).toContain('goal-never-met')
  })

  it('are all texts that a rule can tell apart', () => {
    const [found] = findingsIn(asked("hero.called == 'Ada' and hero.called == 'Eve'", 'default: Bob'))
    expect(found?.status).toEqual({ kind: 'proven' })
    expect(findingsIn(asked("hero.called == 'Eve'", 'default: Bob'))).toEqual([])
  })

  it('are part of the steps of a failed random run', () => {
    const source = asked('true', 'default: Bob, values: [Ada, Bob]').replace(
      'goals',
      'invariants: [{condition: "hero.called != \'Ada\'"}]\ngoals',
    )
    const { failure } = playRandom(loadGamebook(source), { seed: 1, runs: 20 })
    expect(failure?.steps.map(formatStep)).toEqual(['the start of the story (hero.called: Ada)'])
    expect(findingsIn(source).map(({ witness }) => witness?.map(formatStep))).toEqual([
      ['the start of the story (hero.called: Ada)'],
    ])
  })

  it('survive a reset, in the search as in play', () => {
    const source = asked("hero.called == 'Ada' and hero.light == 3", 'default: Bob, values: [Ada, Bob]')
      .replace('{name: wait,', '{name: wake, action: core/reset-game}\n          - {name: wait,')
      .replace('goals', 'invariants: [{condition: "not (hero.called == \'Ada\' and hero.rest < 9)"}]\ngoals')
    const [found] = findingsIn(source)
    expect(found?.witness?.map(formatStep)).toEqual(['the start of the story (hero.called: Ada)', 'wait()', 'wait()'])
  })
})
