import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyPuzzle, leversOf } from '../../testSupport/puzzles.ts'
import { makeCone } from '../../testSupport/cones/randomCone.ts'
import { canStillMeet, randomTask } from '../../testSupport/randomGoal.ts'
import type { Cone } from '../cone/cone.ts'
import { relax } from './relaxation.ts'
import { estimateCalls, type EstimateCalls } from './relaxedPlan.ts'
import type { SearchGoal } from './searchGoal.ts'

const END: SearchGoal = { kind: 'ending', ending: null }

function estimateFor(cone: Cone, goal: SearchGoal): EstimateCalls {
  const relaxation = relax(cone)
  return estimateCalls(relaxation, relaxation.factsOf(goal))
}

describe('an estimate', () => {
  it('is never infinite in a state from which the goal can be met', () => {
    fc.assert(
      fc.property(randomTask, (task) => {
        const estimate = estimateFor(task.cone, task.goal)
        const possible = [...canStillMeet(task)]
        const given = possible.filter((text) => estimate(task.truth.states.get(text) as Int32Array) === Infinity)
        expect(given).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is the same each time', () => {
    fc.assert(
      fc.property(randomTask, ({ cone, goal, truth }) => {
        const estimate = estimateFor(cone, goal)
        const states = [...truth.states.values()]
        expect(states.map(estimate)).toEqual(states.map((state) => estimateFor(cone, goal)(state)))
        expect(states.map(estimate)).toEqual(states.map(estimate))
      }),
      { numRuns: 30 },
    )
  })

  it('counts what is left to do', () => {
    const estimate = estimateFor(leversOf(6), END)
    expect(estimate(Int32Array.of(0, 0, 0, 0, 0, 0, 0))).toBe(7)
    expect(estimate(Int32Array.of(1, 0, 1, 0, 1, 1, 0))).toBe(3)
    expect(estimate(Int32Array.of(1, 1, 1, 1, 1, 1, 0))).toBe(1)
  })

  it('counts each addition to a number', () => {
    const cone = makeCone({ sizes: [50], programs: [{ add: [[0, 1]] }] })
    const estimate = estimateFor(cone, { kind: 'values', values: new Map([[0, 40]]) })
    expect(estimate(Int32Array.of(28, 0))).toBe(12)
    expect(estimate(Int32Array.of(41, 0))).toBe(Infinity)
  })

  it('proves a dead end: the key is in the well', () => {
    const estimate = estimateFor(keyPuzzle(5), END)
    expect(estimate(Int32Array.of(3, 0, 0))).toBe(6)
    expect(estimate(Int32Array.of(2, 1, 0))).toBe(3)
    expect(estimate(Int32Array.of(0, 2, 0))).toBe(Infinity)
    expect(estimate(Int32Array.of(0, 2, 0)), 'once more').toBe(Infinity)
  })

  it('knows that a trigger whose condition stays true does not fire again', () => {
    const bell = (isOnce: boolean): Cone =>
      makeCone({
        sizes: [2, 2],
        programs: [{ set: [[0, 1]] }, ...(isOnce ? [{ set: [[0, 0] as const] }] : [])],
        triggers: [
          {
            isOnce,
            condition: { test: 0, branches: [{ answer: false }, { answer: true }] },
            effects: [{ goals: [0] }],
          },
        ],
      })
    const goal: SearchGoal = { kind: 'event', goal: 0 }
    expect(estimateFor(bell(false), goal)(Int32Array.of(0, 0, 0))).toBe(1)
    expect(estimateFor(bell(false), goal)(Int32Array.of(1, 0, 0))).toBe(Infinity)
    expect(estimateFor(bell(true), goal)(Int32Array.of(0, 0, 0, 0))).toBe(1)
    expect(estimateFor(bell(true), goal)(Int32Array.of(0, 0, 1, 0))).toBe(Infinity)
  })

  it('stays finite when the calls are too many to count', () => {
    const doubling = makeCone({
      sizes: Array.from({ length: 30 }, () => 2),
      programs: [...Array(30).keys()].map((index) =>
        index === 0 ? { set: [[0, 1]] } : { test: index - 1, branches: [{}, { set: [[index, 1]] }] },
      ),
      triggers: [...Array(28).keys()].map((index) => ({
        condition: {
          test: index,
          branches: [{ answer: false }, { test: index + 1, branches: [{ answer: false }, { answer: true }] }],
        },
        effects: [{ set: [[index + 2, 1] as const] }],
      })),
    })
    const estimate = estimateFor(doubling, { kind: 'values', values: new Map([[29, 1]]) })
    expect(estimate(new Int32Array(31))).toBeLessThan(Infinity)
  })
})
