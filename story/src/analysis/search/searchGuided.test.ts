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
import { SearchTree } from './searchTree.ts'

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

  it('goes on from states that are known, with their paths', () => {
    const transitions = playCone(leversOf(20))
    const known = new SearchTree(transitions, NO_LIMITS)
    let before = known.add(new Int32Array(21), -1, 0)
    for (let lever = 0; lever < 15; lever += 1) {
      const next = transitions.stepsFrom(known.states.get(before))[lever]?.next
      before = known.add(next ?? new Int32Array(21), before, lever)
    }
    const task = { ...taskFor(leversOf(20), END), transitions, known }
    const { tree, outcome } = searchGuided(task, { ...NO_LIMITS, maxStates: 200 })
    const path = outcome.kind === 'found' ? tree.pathToOccurrence(outcome.at) : null
    expect(path?.steps).toHaveLength(21)
    expect(path !== null && isPlayable(transitions, path)).toBe(true)
    expect(searchGuided(taskFor(leversOf(20), END), { ...NO_LIMITS, maxStates: 200 }).outcome.kind).toBe('stopped')
  })

  it('reports where the goal is lost', () => {
    const task = taskFor(keyPuzzle(6), { kind: 'values', values: new Map([[1, 2]]) })
    const { tree, outcome } = searchGuided(task, NO_LIMITS)
    expect(outcome.kind === 'found' && tree.pathToOccurrence(outcome.at).steps.length).toBe(11)
    const lost = searchGuided({ ...taskFor(keyPuzzle(6), END), known: lostKey() }, NO_LIMITS)
    expect(lost.deadEnd !== null && [...lost.tree.states.get(lost.deadEnd)]).toEqual([1, 2, 0])
  })

  function lostKey(): SearchTree {
    const { tree, outcome } = searchGuided(
      taskFor(keyPuzzle(6), {
        kind: 'values',
        values: new Map([
          [0, 1],
          [1, 2],
        ]),
      }),
      NO_LIMITS,
    )
    const known = new SearchTree(tree.transitions, NO_LIMITS)
    known.addAll(tree)
    if (outcome.kind === 'found' && outcome.at.step !== null) {
      const { state, step } = outcome.at
      const reached = tree.transitions.stepsFrom(tree.states.get(state))[step]
      known.add(reached?.next ?? new Int32Array(3), state, step)
    }
    return known
  }
})
