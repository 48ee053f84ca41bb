import { expect, it } from 'vitest'

import { keyPuzzle } from '../../testSupport/puzzles.ts'
import { goalTest } from './searchGoal.ts'

it('takes values only where the story goes on', () => {
  const isMet = goalTest(keyPuzzle(3), { kind: 'values', values: new Map([[0, 2]]) })
  expect(isMet(Int32Array.of(2, 0, 0), [])).toBe(true)
  expect(isMet(Int32Array.of(1, 0, 0), [])).toBe(false)
  expect(isMet(Int32Array.of(2, 0, 1), [])).toBe(false)
})
