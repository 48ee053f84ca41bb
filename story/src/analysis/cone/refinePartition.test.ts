import fc from 'fast-check'
import { expect, it } from 'vitest'

import { refinePartition } from './refinePartition.ts'

/** Up to eight values with a label each, and additions that lead from each of them to some others. */
const partitions = fc.integer({ min: 0, max: 8 }).chain((size) => {
  const value = fc.nat({ max: Math.max(0, size - 1) })
  const perValue = <T>(what: fc.Arbitrary<T>) => fc.array(what, { minLength: size, maxLength: size })
  const sums = fc.oneof(perValue(fc.tuple(value)), perValue(fc.uniqueArray(value, { maxLength: 3 })))
  const labels = fc.array(perValue(fc.integer({ min: -1, max: 2 })), { minLength: 1, maxLength: 2 })
  return fc.record({ size: fc.constant(size), labels, successors: fc.array(sums, { maxLength: 2 }) })
})

it('tells apart what labels and additions tell apart, and nothing else', () => {
  fc.assert(
    fc.property(partitions, ({ size, labels, successors }) => {
      const values = Array.from({ length: size }, (_, position) => position * 3)
      const classes = refinePartition(
        values,
        labels.map((all) => (value: number) => all[value / 3] ?? 0),
        successors.map((all) => (value: number) => (all[value / 3] ?? []).map((position) => position * 3)),
      )
      expect(sameClass([...classes])).toEqual(sameClass(refineSlowly(labels, successors, size)))
    }),
    { numRuns: 500 },
  )
})

it('tells apart all numbers up to a large constant', () => {
  const values = [...Array(50_000).keys()]
  const next = (value: number) => [Math.min(value + 1, 49_999)]
  expect(new Set(refinePartition(values, [(value) => Number(value === 40_000)], [next])).size).toBe(40_002)
})

/** For each value, the first one of its class. */
function sameClass(classes: readonly number[]): readonly number[] {
  return classes.map((label) => classes.indexOf(label))
}

function refineSlowly(
  labels: readonly (readonly number[])[],
  successors: readonly (readonly (readonly number[])[])[],
  size: number,
): readonly number[] {
  let names = Array.from({ length: size }, (_, position) => labels.map((all) => all[position]).join())
  for (;;) {
    const refined = names.map((name, position) =>
      [name, ...successors.map((all) => [...new Set((all[position] ?? []).map((to) => names[to]))].sort())].join('|'),
    )
    if (new Set(refined).size === new Set(names).size) return names.map((name) => names.indexOf(name))
    names = refined.map((name) => String(refined.indexOf(name)))
  }
}
