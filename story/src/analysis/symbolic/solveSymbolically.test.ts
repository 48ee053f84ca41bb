import fc from 'fast-check'
import { expect, it } from 'vitest'

import { bruteForce } from '../../testSupport/cones/bruteForce.ts'
import { ConeBuilder, setTo } from '../../testSupport/cones/coneBuilder.ts'
import { playCone } from '../../testSupport/cones/playCone.ts'
import { randomConeOfActs } from '../../testSupport/cones/randomCone.ts'
import type { Cone } from '../cone/cone.ts'
import { solveSymbolically, type SymbolicLimits, type SymbolicSolution } from './solveSymbolically.ts'

const LIMITS: SymbolicLimits = { maxNodes: 1_000_000, maxMilliseconds: Infinity, elapsed: () => 0 }

/** More than a random cone can have. */
const MAX_STATES = 20_000

function solve(cone: Cone): SymbolicSolution {
  const solution = solveSymbolically(cone, LIMITS)
  if ('kind' in solution) throw new Error(`The search stopped: ${solution.kind}.`)
  return solution
}

function found<Result extends object>(result: Result): Exclude<Result, { readonly kind: unknown }> {
  if ('kind' in result) throw new Error('The search stopped.')
  return result as Exclude<Result, { readonly kind: unknown }>
}

it('finds what brute force finds, and no more', () => {
  fc.assert(
    fc.property(randomConeOfActs, (cone) => {
      const transitions = playCone(cone)
      const truth = bruteForce(transitions, MAX_STATES)
      fc.pre(!transitions.hasCut())
      const { states, endings, goals, locked, lost } = solve(cone)
      expect(states).toBe(truth.states.size)
      expect([...endings].sort()).toEqual([...truth.endings].sort())
      expect([...goals].sort()).toEqual([...truth.goals].sort())
      const { count, example } = found(locked())
      expect(count).toBe(truth.locked().size)
      if (example !== null) expect(truth.locked()).toContain([...example].join())
      expect(found(lost(0)).count).toBe(truth.lost(0).size)
    }),
    { numRuns: 60 },
  )
})

/** Switches that can be turned on and off, and a door that opens when all of them are on. */
function switches(count: number): Cone {
  const builder = new ConeBuilder()
  const nothing = builder.leaf()
  const flips = Array.from({ length: count }, (_, place) =>
    builder.test(
      place,
      [1, 0].map((value) => builder.leaf({ writes: [setTo(place, value)] })),
    ),
  )
  const door = flips.reduce((inside, _, place) => builder.test(place, [nothing, inside]), builder.leaf({ ended: 1 }))
  return builder.cone({ sizes: flips.map(() => 2), programs: [...flips, door], endings: 1 })
}

it('counts far more states than it could list', () => {
  const { states, endings, locked } = solve(switches(40))
  expect(states).toBe(2 ** 40 + 1)
  expect([...endings]).toEqual([1])
  expect(locked()).toEqual({ count: 0, example: null })
})

it('gives a state from which nothing leads on', () => {
  const builder = new ConeBuilder()
  const cone = builder.cone({
    sizes: [3],
    programs: [
      builder.test(0, [builder.leaf({ writes: [setTo(0, 1)] }), builder.leaf({ ended: 1 }), builder.leaf()]),
      builder.test(0, [builder.leaf({ writes: [setTo(0, 2)] }), builder.leaf(), builder.leaf()]),
    ],
    endings: 1,
  })
  expect(solve(cone).locked()).toEqual({ count: 1, example: Int32Array.from([2, 0]) })
})

it('says which limit it reached', () => {
  const many = switches(200)
  expect(solveSymbolically(many, { ...LIMITS, maxNodes: 100 })).toMatchObject({ kind: 'limit', of: 'nodes' })
  expect(solveSymbolically(many, { ...LIMITS, onProgress: () => false })).toMatchObject({ of: 'time' })
})
