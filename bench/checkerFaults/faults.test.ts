import { expect, it } from 'vitest'

import { applyFault } from './fault.ts'
import { FAULTS } from './faults.ts'
import { faultySource } from './faultyCopy.ts'
import { findFault } from './findFault.ts'

const PARTS = ['programs', 'values', 'cone', 'search', 'projection', 'symbolic', 'answers', 'verdict']
const SLOW = 120_000

it('has faults in every part of the checker, each with a name', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(20)
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length)
  expect(PARTS.filter((part) => !FAULTS.some(({ file }) => file.startsWith(`${part}/`)))).toEqual([])
})

it.each(FAULTS)('can seed "$name"', (fault) => {
  expect(faultySource(fault)).toContain(fault.replacement)
})

it('refuses a fault whose text is missing or not the only one', () => {
  const fault = { name: 'a fault', file: 'a.ts', text: 'one', replacement: 'two' }
  expect(applyFault(fault, 'one and more')).toBe('two and more')
  expect(() => applyFault(fault, 'more')).toThrow('appears 0 times')
  expect(() => applyFault(fault, 'one and one')).toThrow('appears 2 times')
})

it.each([
  ['a later path: the last that was found counts as the shortest', 1],
  ['a stale result: programs are not run again for values that are found later', 3],
])(
  'finds "%s" in one gamebook',
  (name, firstSeed) => {
    const fault = FAULTS.find((one) => one.name === name)
    if (fault === undefined) throw new Error('There is no such fault.')
    expect(findFault(fault, { firstSeed, books: 1, seconds: Infinity }).found).not.toBeNull()
  },
  SLOW,
)
