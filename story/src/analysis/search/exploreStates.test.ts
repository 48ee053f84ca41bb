import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce, textOf } from '../../testSupport/cones/bruteForce.ts'
import { playCone } from '../../testSupport/cones/playCone.ts'
import { makeCone, randomCone } from '../../testSupport/cones/randomCone.ts'
import type { Transitions } from '../cone/transitions.ts'
import { exploreStates, type Exploration } from './exploreStates.ts'
import { findLocked } from './findLocked.ts'
import type { SearchLimits } from './searchLimits.ts'

const NO_LIMITS: SearchLimits = { maxStates: 1e6, maxBytes: 1e9, maxMilliseconds: 1, elapsed: () => 0 }

const smallCone = randomCone
  .map((cone) => ({ transitions: playCone(cone), truth: bruteForce(playCone(cone)) }))
  .filter(({ truth }) => !truth.isTooLarge)

function textsOf({ tree }: Exploration): string[] {
  return [...Array(tree.size).keys()].map((state) => textOf(tree.states.get(state)))
}

function lockedTexts(exploration: Exploration, goal: number | null = null): readonly string[] {
  const locked = findLocked(exploration, goal)
  const texts = textsOf(exploration).filter((_, state) => locked.has(state))
  expect(locked.count).toBe(texts.length)
  return texts.sort()
}

function meets(transitions: Transitions, goal: number): (state: Int32Array) => boolean {
  return (state) => transitions.stepsFrom(state).some(({ goals }) => goals.includes(goal))
}

describe('an exact search of random cones', () => {
  it('finds the states of brute force, each by a path that is the shortest', () => {
    fc.assert(
      fc.property(smallCone, ({ transitions, truth }) => {
        const exploration = exploreStates(transitions, NO_LIMITS)
        expect(exploration.stopped).toBeNull()
        expect(textsOf(exploration).sort()).toEqual([...truth.states.keys()].sort())
        const wrong = textsOf(exploration).filter((text, state) => {
          const { start, steps } = exploration.tree.pathTo(state)
          const along = [start, ...steps.map(({ next }) => next)]
          const isPlayable = steps.every(({ next }, index) =>
            transitions.stepsFrom(along[index] ?? start).some((step) => textOf(step.next) === textOf(next)),
          )
          return !isPlayable || steps.length !== truth.distances.get(text) || textOf(along.at(-1) ?? start) !== text
        })
        expect(wrong).toEqual([])
      }),
    )
  })

  it('finds each goal and each ending by a path that is the shortest', () => {
    fc.assert(
      fc.property(smallCone, ({ transitions, truth }) => {
        const { tree, goals, endings } = exploreStates(transitions, NO_LIMITS)
        for (const goal of [0, 1]) {
          const atStart = transitions.starts().some((start) => start.goals.includes(goal)) ? [0] : []
          const later = [...truth.states.values()]
            .filter(meets(transitions, goal))
            .map((state) => (truth.distances.get(textOf(state)) ?? 0) + 1)
          const shortest = Math.min(...atStart, ...later)
          const occurrence = goals.get(goal)
          const found = occurrence === undefined ? Infinity : tree.pathToOccurrence(occurrence).steps.length
          expect(found).toBe(shortest)
        }
        for (const ending of [1, 2, 3]) {
          const there = [...truth.states.values()].filter((state) => state.at(-1) === ending)
          const shortest = Math.min(...there.map((state) => truth.distances.get(textOf(state)) ?? 0))
          const state = endings.get(ending)
          expect(state === undefined ? Infinity : tree.pathTo(state).steps.length).toBe(shortest)
        }
      }),
    )
  })

  it('finds the locked states of brute force', () => {
    fc.assert(
      fc.property(smallCone, ({ transitions, truth }) => {
        const exploration = exploreStates(transitions, NO_LIMITS)
        const running = [...truth.states].filter(([, state]) => !transitions.isEnded(state)).map(([text]) => text)
        const canEnd = truth.before(transitions.isEnded)
        expect(lockedTexts(exploration)).toEqual(running.filter((text) => !canEnd.has(text)).sort())
        const canMeet = truth.before(meets(transitions, 1))
        expect(lockedTexts(exploration, 1)).toEqual(running.filter((text) => !canMeet.has(text)).sort())
      }),
    )
  })

  it('calls no state locked that has a path, wherever it is stopped', () => {
    fc.assert(
      fc.property(smallCone, fc.nat({ max: 60 }), ({ transitions, truth }, maxStates) => {
        const exploration = exploreStates(transitions, { ...NO_LIMITS, maxStates })
        expect(exploration.tree.size).toBe(Math.min(maxStates, truth.states.size))
        expect(exploration.stopped).toEqual(
          maxStates < truth.states.size ? { kind: 'limit', of: 'states', value: maxStates } : null,
        )
        const canEnd = truth.before(transitions.isEnded)
        expect(lockedTexts(exploration).filter((text) => canEnd.has(text))).toEqual([])
        const canMeet = truth.before(meets(transitions, 0))
        expect(lockedTexts(exploration, 0).filter((text) => canMeet.has(text))).toEqual([])
      }),
    )
  })
})

/** A corridor of 6 rooms with a door at its end and a pit beside its third room, out of which only steps lead. */
const corridor = makeCone({
  sizes: [6, 8],
  programs: [
    { test: 0, branches: [{ add: [[0, 1]] }, { add: [[0, 1]] }, { add: [[0, 1]] }, {}, {}, { ended: 1 }] },
    { test: 0, branches: [{}, {}, { set: [[0, 3]] }, { add: [[1, 1]] }, {}, {}] },
    { test: 0, branches: [{}, {}, { set: [[0, 4]] }, {}, { set: [[0, 5]] }, {}] },
  ],
})

describe('an exact search', () => {
  const transitions = playCone(corridor)

  it('names each step into a locked part', () => {
    const exploration = exploreStates(transitions, NO_LIMITS)
    const { tree } = exploration
    const locked = findLocked(exploration)
    expect(locked.count).toBe(8)
    expect(locked.entries.map(({ from, to }) => [from, to].map((state) => [...tree.states.get(state)]))).toEqual([
      [
        [2, 0, 0],
        [3, 0, 0],
      ],
      [
        [2, 0, 0],
        [3, 0, 0],
      ],
    ])
  })

  it('knows locked states though it was stopped elsewhere', () => {
    const unending = makeCone({
      sizes: [3, 1000],
      programs: [
        { test: 0, branches: [{ set: [[0, 1]] }, {}, {}] },
        { test: 0, branches: [{ set: [[0, 2]] }, {}, { add: [[1, 1]] }] },
        { test: 1, branches: [...Array.from({ length: 999 }, () => ({})), { ended: 1 }] },
      ],
    })
    const exploration = exploreStates(playCone(unending), { ...NO_LIMITS, maxStates: 50 })
    const locked = findLocked(exploration)
    expect(locked.entries.map(({ to }) => [...exploration.tree.states.get(to)])).toEqual([[1, 0, 0]])
    expect(locked.count).toBe(1)
  })

  it('stops when its time is over', () => {
    let milliseconds = 0
    const { stopped, expanded } = exploreStates(transitions, {
      ...NO_LIMITS,
      maxMilliseconds: 3,
      elapsed: () => milliseconds++,
    })
    expect(stopped).toEqual({ kind: 'limit', of: 'time', value: 3 })
    expect(expanded).toBe(3)
  })

  it('stops when its caller wants it to', () => {
    const reported: number[] = []
    const { stopped } = exploreStates(transitions, {
      ...NO_LIMITS,
      onProgress: (states) => {
        reported.push(states)
        return states < 4
      },
    })
    expect(stopped).toEqual({ kind: 'limit', of: 'time', value: 0 })
    expect(reported).toEqual([1, 2, 3, 5])
  })

  it('stops when its memory is full', () => {
    const counters = makeCone({
      sizes: [60, 60, 60],
      programs: [{ add: [[0, 1]] }, { add: [[1, 1]] }, { add: [[2, 1]] }],
    })
    const { stopped, tree } = exploreStates(playCone(counters), { ...NO_LIMITS, maxBytes: 300_000 })
    expect(stopped?.kind).toBe('limit')
    expect(tree.bytes).toBeLessThanOrEqual(300_000)
    expect(tree.size).toBeGreaterThan(1000)
  })
})
