import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../testSupport/cones/bruteForce.ts'
import { playCone } from '../../testSupport/cones/playCone.ts'
import { keyPuzzle, leversOf } from '../../testSupport/puzzles.ts'
import { canStillMeet, isPlayable, isReachable, randomTask } from '../../testSupport/randomGoal.ts'
import type { Cone } from '../cone/cone.ts'
import { relax } from './relaxation.ts'
import { estimateCalls } from './relaxedPlan.ts'
import { goalTest, type SearchGoal } from './searchGoal.ts'
import { searchGuided, type GuidedTask } from './searchGuided.ts'
import type { SearchLimits } from './searchLimits.ts'

const NO_LIMITS: SearchLimits = { maxStates: 1e6, maxBytes: 1e9, maxMilliseconds: 1, elapsed: () => 0 }
const END: SearchGoal = { kind: 'ending', ending: null }

function taskFor(cone: Cone, goal: SearchGoal): GuidedTask {
  const relaxation = relax(cone)
  return {
    transitions: playCone(cone),
    stateFacts: relaxation.stateFacts,
    estimate: estimateCalls(relaxation, relaxation.factsOf(goal)),
    isMet: goalTest(cone, goal),
  }
}

describe('a guided search of random cones', () => {
  it('finds every goal that can be reached, and exhausts the others', () => {
    fc.assert(
      fc.property(randomTask, (random) => {
        const { tree, outcome } = searchGuided(taskFor(random.cone, random.goal), NO_LIMITS)
        expect(outcome.kind).toBe(isReachable(random) ? 'found' : 'exhausted')
        if (outcome.kind !== 'found') return
        const path = tree.pathToOccurrence(outcome.at)
        const isMet = goalTest(random.cone, random.goal)
        const last = path.steps.at(-1)
        const starts = random.transitions.starts()
        expect(isPlayable(random.transitions, path)).toBe(true)
        expect(
          last === undefined
            ? starts.some(({ state, goals }) => textOf(state) === textOf(path.start) && isMet(state, goals))
            : isMet(last.next, last.goals),
        ).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('names a dead end only where the goal is out of reach', () => {
    fc.assert(
      fc.property(randomTask, (random) => {
        const { tree, deadEnd } = searchGuided(taskFor(random.cone, random.goal), NO_LIMITS)
        if (deadEnd === null) return
        expect(tree.isEnded(deadEnd)).toBe(false)
        expect(canStillMeet(random)).not.toContain(textOf(tree.states.get(deadEnd)))
        expect(isPlayable(random.transitions, tree.pathTo(deadEnd))).toBe(true)
      }),
    )
  })
})

describe('a guided search', () => {
  it('opens a door behind 20 levers in 21 calls', () => {
    const { tree, outcome } = searchGuided(taskFor(leversOf(20), END), { ...NO_LIMITS, maxStates: 1000 })
    expect(outcome.kind === 'found' && tree.pathToOccurrence(outcome.at).steps.length).toBe(21)
  })

  it('stops at its limit of states', () => {
    const { outcome } = searchGuided(taskFor(leversOf(20), END), { ...NO_LIMITS, maxStates: 100 })
    expect(outcome).toEqual({ kind: 'stopped', reason: { kind: 'limit', of: 'states', value: 100 } })
  })

  it('stops when its time is over', () => {
    const { outcome } = searchGuided(taskFor(leversOf(20), END), { ...NO_LIMITS, elapsed: () => 7 })
    expect(outcome).toEqual({ kind: 'stopped', reason: { kind: 'limit', of: 'time', value: 7 } })
  })

  it('reports where the goal is lost', () => {
    const task = taskFor(keyPuzzle(6), { kind: 'values', values: new Map([[1, 2]]) })
    const { tree, outcome } = searchGuided(task, NO_LIMITS)
    expect(outcome.kind === 'found' && tree.pathToOccurrence(outcome.at).steps.length).toBe(11)
    const thrown = { state: Int32Array.of(1, 2, 0), goals: [] }
    const { transitions, ...rest } = taskFor(keyPuzzle(6), END)
    const lost = searchGuided({ ...rest, transitions: { ...transitions, starts: () => [thrown] } }, NO_LIMITS)
    expect(lost.deadEnd !== null && [...lost.tree.states.get(lost.deadEnd)]).toEqual([1, 2, 0])
  })
})
