import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { niceTicks } from './niceTicks.ts'

describe('the axis of a chart', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 0.5, 1]],
    [4, [0, 1, 2, 3, 4]],
    [4.3, [0, 2, 4, 6]],
    [0.0114, [0, 0.005, 0.01, 0.015]],
    [5118, [0, 2000, 4000, 6000]],
  ])('up to %s has round numbers', (most, ticks) => {
    expect(niceTicks(most)).toEqual(ticks)
  })

  it('has few ticks and holds every value', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (most) => {
        const ticks = niceTicks(most)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-6))
        expect(ticks.at(-2)).toBeLessThan(most * (1 + 1e-6))
      }),
    )
  })
})
