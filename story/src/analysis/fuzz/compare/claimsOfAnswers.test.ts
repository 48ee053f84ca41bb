import { expect, it } from 'vitest'

import { loadGamebook } from '../../../testSupport/loadGamebook.ts'
import type { Answers } from '../../answers/answers.ts'
import { events } from '../../programs/event.ts'
import { notKnown, proven, shown, type Proof } from '../../verdict/verdict.ts'
import { bruteForce } from '../truth/bruteForce.ts'
import { compareAnswers } from './claimsOfAnswers.ts'
import { Tally } from './tally.ts'

const PIT = `
title: The Pit
goals: [{condition: player.coins > 0, always: true}]
entity_types:
  - name: Places
    hidden: true
    traits: [{name: graph, node_type_id: Place}]
    entities: [{id: map, node_ids: [hall, pit, out, heaven], functions: [{target: transition, name: go}]}]
  - name: Place
    hidden: true
    traits: [described, graph_node]
    entities:
      - {id: hall, name: Hall, description: D., edges: [pit, {to: out, enabled: player.coins > 0}]}
      - {id: pit, name: Pit, description: D.}
      - {id: out, name: Out, description: D., ending: true}
      - {id: heaven, name: Heaven, description: D., requires: false}
  - name: Person
    hidden: true
    fields: {coins: {type: integer, default: 0, min: 0, max: 1}}
    entities:
      - id: player
        functions: [{name: dig, enabled: map.current_node_id == 'hall', effects: [{state/set: {field: coins, value: 1}}]}]
`
const gamebook = loadGamebook(PIT)
const truth = bruteForce(gamebook, PIT, { maxStates: 100, maxCalls: 1000 })
const reason = { kind: 'limit', of: 'states', value: 1 } as const
const proof = proven('exact', 1, []) as Proof
const [dig, toPit, toOut] = [{}, { to: 'pit' }, { to: 'out' }].map((args, index) => {
  return { function: index === 0 ? 'dig' : 'go', args, rolls: [] }
}) as [never, never, never]

/** Answers that leave everything open but for these. */
function compare(answers: Partial<Answers>): Tally {
  const tally = new Tally()
  const open: Answers = {
    canHappen: () => notKnown(reason),
    conditionCanBe: () => notKnown(reason),
    pathTo: () => null,
    softLocks: () => notKnown(reason),
    lostGoals: () => notKnown(reason),
    failures: () => [],
    triggerLoops: () => [],
    conditions: [],
    effort: () => ({ states: 0, calls: 0, questions: 0, open: [] }),
  }
  compareAnswers(gamebook, { ...open, ...answers }, truth, tally)
  return tally
}

it('refutes nothing that is not claimed', () => {
  const { claims, refuted, notKnown: open } = compare({})
  expect({ claims, refuted }).toEqual({ claims: 0, refuted: [] })
  expect(open).toBeGreaterThan(10)
})

it('refutes exactly the proofs that something never happens although it does', () => {
  const { refuted } = compare({ canHappen: () => proof })
  const never = refuted.map(({ claim }) => claim)
  expect(never).toContain(`never ${events.ended('out')}`)
  expect(never).toContain(`never ${events.usedEdge('map', 'hall', 'pit')}`)
  expect(never).toContain(`never ${events.metGoal(0)}`)
  expect(never).not.toContain(`never ${events.entered('map', 'heaven')}`)
  expect(never).not.toContain(`never ${events.usedEdge('map', 'pit', 'hall')}`)
})

it('refutes proofs about conditions', () => {
  const values = compare({ conditionCanBe: () => proof }).refuted.map(({ kind, claim }) => `${kind} ${claim}`)
  expect(values).toContain('never condition true, by exact never "player.coins > 0"')
  expect(values).toContain('never condition false, by exact never "player.coins > 0"')
})

it('refutes plays that do not show what they should', () => {
  const ended = (steps: readonly never[], isShortest = true) =>
    compare({ canHappen: (event) => (event === events.ended('out') ? shown(steps, isShortest) : notKnown(reason)) })
  expect(ended([dig, toOut]).refuted).toEqual([])
  expect(ended([dig, dig, toOut]).refuted.map(({ kind }) => kind)).toEqual(['shortest ended'])
  expect(ended([dig, dig, toOut], false).refuted).toEqual([])
  expect(ended([dig, toPit]).refuted.map(({ kind }) => kind)).toEqual(['shown ended'])
  expect(ended([toOut]).refuted.map(({ kind }) => kind)).toContain('shown ended')
})

it('refutes soft locks that are none, and proofs that there is none', () => {
  expect(compare({ softLocks: () => proof }).refuted).toHaveLength(1)
  const locked = (steps: readonly never[]) =>
    compare({ softLocks: () => ({ kind: 'locked', paths: [steps], proof, states: 1 }) }).refuted
  expect(locked([toPit])).toEqual([])
  expect(locked([dig])).toHaveLength(1)
  expect(locked([dig, toOut])).toHaveLength(1)
})

it('refutes goals that are not lost, and proofs that they never are', () => {
  expect(compare({ lostGoals: () => proof }).refuted).toHaveLength(1)
  const lost = (steps: readonly never[]) =>
    compare({ lostGoals: () => ({ kind: 'locked', paths: [steps], proof, states: 1 }) }).refuted
  expect(lost([toPit])).toEqual([])
  expect(lost([dig, toPit])).toHaveLength(1)
})
