import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bruteForce, type BruteForce } from '../../testSupport/cones/bruteForce.ts'
import { ConeBuilder, setTo, variableAt } from '../../testSupport/cones/coneBuilder.ts'
import { playCone } from '../../testSupport/cones/playCone.ts'
import { randomConeOfActs } from '../../testSupport/cones/randomCone.ts'
import type { Cone, ConeNode } from '../cone/cone.ts'
import type { ConeState } from '../cone/transitions.ts'
import type { SearchLimits } from '../search/searchLimits.ts'
import { decideAlways, type AlikeStates } from './decideByProjection.ts'
import type { ProjectedExploration, Target } from './exploreProjection.ts'

const LIMITS: SearchLimits = { maxStates: 100_000, maxBytes: 100_000_000, maxMilliseconds: Infinity, elapsed: () => 0 }
const ENDING: Target = { kind: 'ending' }

const targets = fc.constantFrom<Target>(ENDING, { kind: 'goal', goal: 0 })

/** More than a random cone can have. */
const MAX_STATES = 20_000

function lockedIn(truth: BruteForce, target: Target): ReadonlySet<string> {
  return target.kind === 'ending' ? truth.locked() : truth.lost(target.goal)
}

/** The real states for which a projection says something wrong, or that it doesn't have. */
function contradictions(
  cone: Cone,
  truth: BruteForce,
  target: Target,
  { cone: projected, states, stopped, isRunning, canReach, mayReach }: ProjectedExploration,
): readonly string[] {
  if (stopped !== null) return []
  const places = projected.variables.map((variable) => cone.variables.indexOf(variable))
  const locked = lockedIn(truth, target)
  return [...truth.states.keys()].filter((text) => {
    const state = truth.states.get(text) ?? []
    const values = places.map((place, index) =>
      projected.sight.valueOf(projected.variables[index] ?? 0, state[place] ?? 0),
    )
    const found = states.find(Int32Array.from([...values, state.at(-1) ?? 0]))
    if (found === -1) return true
    return isRunning(found) && (locked.has(text) ? canReach(found) : !mayReach(found))
  })
}

function missing(all: ReadonlySet<number>, found: ReadonlySet<number>): readonly number[] {
  return [...all].filter((item) => !found.has(item))
}

function includes(cone: Cone, { variables, values }: AlikeStates, state: ConeState | undefined): boolean {
  return variables.every((variable, place) => state?.[cone.variables.indexOf(variable)] === values[place])
}

it('never contradicts brute force, and decides all that is small', () => {
  fc.assert(
    fc.property(randomConeOfActs, targets, (cone, target) => {
      const transitions = playCone(cone)
      const truth = bruteForce(transitions, MAX_STATES)
      fc.pre(!transitions.hasCut())
      const decision = decideAlways(cone, target, {
        limits: LIMITS,
        onProjection: (exploration) => {
          expect(contradictions(cone, truth, target, exploration)).toEqual([])
          if (exploration.stopped !== null) return
          expect(missing(truth.endings, exploration.endings)).toEqual([])
          expect(missing(truth.goals, exploration.goals)).toEqual([])
        },
      })
      const locked = [...lockedIn(truth, target)]
      // Triggers can be followed to so many states that it gives up, however few there are in all.
      if (decision.kind === 'open' && decision.reason.kind === 'wide') return
      expect(decision.kind).toBe(locked.length === 0 ? 'always' : 'locked')
      if (decision.kind !== 'locked') return
      const isNamed = (text: string): boolean =>
        decision.locked.some((alike) => includes(cone, alike, truth.states.get(text)))
      expect(locked.some(isNamed)).toBe(true)
    }),
    { numRuns: 40 },
  )
})

/** Rooms in a row, the last of which ends the story, and things that lie around in them. */
function rooms(things: number, pit: boolean): Cone {
  const builder = new ConeBuilder()
  const nothing = builder.leaf()
  const goTo = (room: number): ReturnType<ConeBuilder['leaf']> => builder.leaf({ writes: [setTo(0, room)] })
  const exits = [goTo(1), goTo(2), builder.leaf({ ended: 1 }), nothing]
  const back = [pit ? goTo(3) : nothing, goTo(0), goTo(1), nothing]
  const carry = Array.from({ length: things }, (_, thing) =>
    builder.test(
      1 + thing,
      [1, 0].map((value) => builder.leaf({ writes: [setTo(1 + thing, value)] })),
    ),
  )
  return builder.cone({
    sizes: [4, ...carry.map(() => 2)],
    programs: [builder.test(0, exits), builder.test(0, back), ...carry],
    endings: 1,
  })
}

it('leaves out what decides nothing', () => {
  const decision = decideAlways(rooms(30, false), ENDING, { limits: LIMITS })
  expect(decision).toEqual({ kind: 'always', variables: [variableAt(0)], states: 4 })
})

/** A counter that goes up and down without use, and an exit that opens above a value. */
function counted(size: number, exitAbove: number, step: 1 | -1 | null): Cone {
  const builder = new ConeBuilder()
  const count = (amount: number): ReturnType<ConeBuilder['leaf']> =>
    builder.leaf({ writes: [{ kind: 'add', variable: variableAt(0), amount, min: 0, max: size - 1 }] })
  const steps = step === null ? [count(1), count(-1)] : [count(step)]
  const exit = Array.from({ length: size }, (_, value) => builder.leaf({ ended: value > exitAbove ? 1 : 0 }))
  return builder.cone({ sizes: [size], programs: [...steps, builder.test(0, exit)], endings: 1 })
}

it('sees only what tests say of a number, if that is enough', () => {
  const decision = decideAlways(counted(1000, 0, null), ENDING, { limits: LIMITS })
  expect(decision).toEqual({ kind: 'always', variables: [variableAt(0)], states: 3 })
})

it('sees each value of a number where that decides', () => {
  const decision = decideAlways(counted(1000, 5, 1), ENDING, { limits: LIMITS })
  expect(decision).toMatchObject({ kind: 'always', states: 1994 })
  const falling = decideAlways(counted(1000, 5, -1), ENDING, { limits: LIMITS })
  expect(falling.kind === 'locked' && falling.locked.map(({ values }) => values)).toEqual([
    [0],
    [1],
    [2],
    [3],
    [4],
    [5],
  ])
})

it('names the states from which nothing leads to an ending', () => {
  const decision = decideAlways(rooms(30, true), ENDING, { limits: LIMITS })
  expect(decision).toMatchObject({ kind: 'locked', locked: [{ variables: [variableAt(0)], values: [3] }] })
})

it('stops at a limit', () => {
  const cone = rooms(3, false)
  expect(decideAlways(cone, ENDING, { limits: { ...LIMITS, maxStates: 2 } })).toMatchObject({
    kind: 'open',
    reason: { kind: 'limit', of: 'states' },
  })
  const canceled = { ...LIMITS, onProgress: () => false }
  expect(decideAlways(cone, ENDING, { limits: canceled })).toMatchObject({ kind: 'open', reason: { of: 'time' } })
})

it('follows calls that only wake a trigger', () => {
  const builder = new ConeBuilder()
  const cone = builder.cone({
    sizes: [2],
    programs: [builder.leaf({ writes: [setTo(0, 1)] })],
    triggers: [
      {
        condition: builder.test(0, [builder.leaf({ answer: false }), builder.leaf({ answer: true })]),
        effects: [builder.leaf({ ended: 1 })],
        firedVariable: null,
        onVariable: null,
      },
    ],
    endings: 1,
  })
  expect(decideAlways(cone, ENDING, { limits: LIMITS })).toMatchObject({ kind: 'always' })
})

describe('where triggers seem to go on forever', () => {
  /** A trigger that begins the story over, and would forever if a variable kept a value. */
  function beginsOverAt(value: number, calls: (builder: ConeBuilder) => readonly ConeNode[]): Cone {
    const builder = new ConeBuilder()
    const beginOver = builder.leaf({ writes: [setTo(0, 1)], resets: true })
    const branches = [0, 1].map((each) => (each === value ? beginOver : builder.leaf()))
    const condition = builder.leaf({ answer: true })
    const trigger = { condition, effects: [builder.test(0, branches)], firedVariable: null, onVariable: variableAt(1) }
    return builder.cone({ sizes: [2, 2, 2], programs: calls(builder), triggers: [trigger], endings: 1 })
  }

  it('sees what their effects ask about', () => {
    const cone = beginsOverAt(0, () => [])
    expect(decideAlways(cone, ENDING, { limits: LIMITS })).toMatchObject({ kind: 'locked' })
  })

  it('sees what decides whether a call gets there', () => {
    const cone = beginsOverAt(1, (builder) => {
      const nothing = builder.leaf()
      return [builder.test(2, [nothing, builder.leaf({ writes: [setTo(0, 1)], resets: true })])]
    })
    expect(decideAlways(cone, ENDING, { limits: LIMITS })).toMatchObject({ kind: 'locked' })
  })
})
