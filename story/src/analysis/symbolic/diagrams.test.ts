import fc from 'fast-check'
import { expect, it } from 'vitest'

import { ALL, Diagrams, EMPTY, type Diagram, type Literal } from './diagrams.ts'

const BITS = 6
const SIZE = 2 ** BITS

/** A set of numbers as a diagram, and by itself. */
interface Both {
  readonly diagram: Diagram
  readonly members: ReadonlySet<number>
}

const numbers = Array.from({ length: SIZE }, (_, number) => number)
const memberSets = fc.uniqueArray(fc.nat(SIZE - 1)).map((members) => new Set(members))
const cubes = fc
  .dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5'), fc.boolean())
  .map((bits) => Object.entries(bits).map(([bit, value]): Literal => [Number(bit), value]))
  .map((literals) => literals.sort(([left], [right]) => left - right))

function isSet(number: number, bit: number): boolean {
  return ((number >> (BITS - 1 - bit)) & 1) === 1
}

function withBits(number: number, literals: readonly Literal[]): number {
  return literals.reduce((result, [bit, value]) => {
    const mask = 1 << (BITS - 1 - bit)
    return value ? result | mask : result & ~mask
  }, number)
}

function create(): { readonly diagrams: Diagrams; readonly diagramOf: (members: ReadonlySet<number>) => Diagram } {
  const diagrams = new Diagrams(BITS, () => undefined)
  const cubeOf = (number: number): Diagram =>
    diagrams.cube(Array.from({ length: BITS }, (_, bit): Literal => [bit, isSet(number, bit)]))
  return {
    diagrams,
    diagramOf: (members) => [...members].reduce((set, number) => diagrams.or(set, cubeOf(number)), EMPTY),
  }
}

it('computes with sets', () => {
  fc.assert(
    fc.property(memberSets, memberSets, cubes, (left, right, literals) => {
      const { diagrams, diagramOf } = create()
      const sets: readonly Both[] = [left, right].map((members) => ({ diagram: diagramOf(members), members }))
      const [one, other] = sets.map(({ diagram }) => diagram)
      if (one === undefined || other === undefined) throw new Error('Two sets are needed.')
      const cube = diagrams.cube(literals)
      expect(diagrams.and(one, other)).toBe(diagramOf(new Set([...left].filter((number) => right.has(number)))))
      expect(diagrams.or(one, other)).toBe(diagramOf(new Set([...left, ...right])))
      expect(diagrams.without(one, other)).toBe(diagramOf(new Set([...left].filter((number) => !right.has(number)))))
      expect(diagrams.assign(one, cube)).toBe(diagramOf(new Set([...left].map((number) => withBits(number, literals)))))
      expect(diagrams.restrict(one, cube)).toBe(
        diagramOf(new Set(numbers.filter((number) => left.has(withBits(number, literals))))),
      )
      expect(diagrams.count(one)).toBe(left.size)
    }),
  )
})

it('keeps what is needed when it forgets the rest', () => {
  const bits = 36
  const diagrams = new Diagrams(bits, () => undefined)
  const pairs = (offset: number): Diagram =>
    Array.from({ length: bits / 2 }, (_, bit) => bit).reduce((set, bit) => {
      const far = ((bit + offset) % (bits / 2)) + bits / 2
      const same = [true, false].map((value) =>
        diagrams.cube([
          [bit, value],
          [far, value],
        ]),
      )
      return diagrams.and(
        set,
        same.reduce((all, cube) => diagrams.or(all, cube), EMPTY),
      )
    }, ALL)
  const kept = pairs(0)
  const before = diagrams.nodes
  expect(before).toBeGreaterThan(2 ** 18)
  const small = diagrams.cube([[3, true]])
  diagrams.collect([small])
  expect(diagrams.nodes).toBeLessThan(10)
  const again = pairs(0)
  diagrams.collect([again, small])
  expect(diagrams.count(again)).toBe(2 ** (bits / 2))
  expect(diagrams.and(again, pairs(0))).toBe(again)
  expect(kept).toBeGreaterThan(ALL)
})
