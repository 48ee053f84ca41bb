import { describe, expect, it } from 'vitest'

import { loadGamebook } from '../../testSupport/loadGamebook.ts'
import { formatStep } from '../steps/step.ts'
import { findAnswers } from './findAnswers.ts'

interface Shaft {
  /** More functions of the player. */
  readonly functions?: string
  readonly triggers?: string
  readonly goals?: string
}

/** A shaft in a story that counts without end and keeps whatever the player writes. */
function fallInto({ functions = '', triggers = '', goals = '[]' }: Shaft) {
  const gamebook = loadGamebook(`
title: The Shaft
goals: ${goals}
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: mine, node_ids: [gate, shaft, valley], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Gate, description: A gate., edges: [shaft, {to: valley, enabled: player.lamps * player.lamps != 16}]}
      - {name: Shaft, description: A shaft.}
      - {name: Valley, description: A valley., ending: true}
  - name: Person
    fields: {lamps: {type: integer, default: 1, min: 0}, diary: {type: text, default: zinc}, freed: boolean}
    entities:
      - id: player
        functions:
          - {name: light, effects: [{state/add: {field: lamps, amount: 1}}]}
          - {name: write, parameters: {words: {type: text}}, effects: [{state/set: {field: diary, value: =param.words}}]}
${functions}
        triggers:
          - {condition: player.diary < 'c' and player.lamps == 77, effects: [{state/add: {field: lamps, amount: 5}}]}
${triggers}
`)
  return findAnswers(gamebook, { maxStates: 3_000 })
}

const climb = (by: string): string =>
  `          - {name: climb, enabled: "${by}", effects: [{graph/transition: {entity_id: mine, to: gate}}]}`

describe('a shaft without an exit', () => {
  it.each([
    ['beside numbers and texts without end', {}],
    ['with a rope that needs what is always false there', { functions: climb('player.freed') }],
    ['with a rope elsewhere', { functions: climb("mine.current_node_id == 'gate' and player.lamps * 2 == 8") }],
  ])('is a dead end %s', (_, shaft) => {
    const locks = fallInto(shaft).softLocks()
    expect(locks).toMatchObject({ kind: 'locked', states: null, proof: { kind: 'proven' } })
    const paths = locks.kind === 'locked' ? locks.paths.map((steps) => steps.map(formatStep)) : []
    expect(paths[0]).toEqual(['go_to(to: shaft)'])
  })

  it.each([
    ['a number that may be met', { functions: climb('player.lamps * player.lamps == 36100') }],
    ['a text that may be written', { functions: climb("player.diary < 'c'") }],
    ['a call that starts over', { functions: `          - {name: dream, effects: [{core/reset-game: {}}]}` }],
    [
      'a trigger that such a text sets off',
      {
        triggers: `          - {condition: player.diary < 'c', effects: [{state/set: {field: freed, value: true}}]}
          - {condition: player.freed, effects: [{graph/transition: {entity_id: mine, to: gate}}]}`,
      },
    ],
  ])('is none with %s', (_, shaft) => {
    const locks = fallInto(shaft).softLocks()
    const paths = locks.kind === 'locked' ? locks.paths.map((steps) => steps.map(formatStep)) : []
    expect(paths.flat()).not.toContain('go_to(to: shaft)')
  })

  it('loses a goal that needs another place', () => {
    const goals = `[{condition: "mine.current_node_id == 'valley'", always: true}]`
    expect(fallInto({ goals }).lostGoals(0)).toMatchObject({ kind: 'locked', states: null })
  })

  it('does not lose a goal that can still be met there', () => {
    const goals = `[{condition: player.lamps > 3, always: true}]`
    expect(fallInto({ goals }).lostGoals(0)).not.toMatchObject({ kind: 'locked' })
  })
})

/** Nothing that was tried wins, and who sleeps can't try. As long as there is a call to start over, sleep is no dead end. */
const sleep = (functions: string): string => `
title: The Sleeper
entity_types:
  - name: Places
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: house, node_ids: [bed, door], functions: [{target: transition, name: go_to}]}]
  - name: Place
    traits: [described, graph_node]
    entities:
      - {name: Bed, description: B., edges: [{to: door, enabled: player.knows or player.left and player.right}]}
      - {name: Door, description: D., ending: true}
  - name: Person
    fields: {fresh: {type: boolean, default: true}, awake: boolean, left: boolean, right: boolean, knows: boolean}
    entities:
      - id: player
        functions:
          - name: guess
            enabled: player.awake
            parameters: {number: {type: integer, min: 0, max: 9999}}
            effects: [{state/set: {field: knows, value: true}, if: param.number * param.number == 841}]
          - {name: lean_left, enabled: player.awake, effects: [{state/set: {field: left, value: true}}, {state/set: {field: right, value: false}}]}
          - {name: lean_right, enabled: player.awake, effects: [{state/set: {field: left, value: false}}, {state/set: {field: right, value: true}}]}
          - {name: fall_asleep, effects: [{state/set: {field: awake, value: false}}]}
${functions}
        triggers:
          - {condition: player.fresh, effects: [{state/set: {field: fresh, value: false}}, {state/set: {field: awake, value: true}}]}
`

it('proves nothing in a story that can start over, where the end of a path is a dead end otherwise', () => {
  const asleep = findAnswers(loadGamebook(sleep(''))).softLocks()
  expect(asleep).toMatchObject({ kind: 'locked', paths: [[{ function: 'fall_asleep' }]] })
  const again = `          - {name: begin_again, effects: [{core/reset-game: {}}]}`
  expect(findAnswers(loadGamebook(sleep(again))).softLocks()).toMatchObject({ kind: 'not-known' })
})
