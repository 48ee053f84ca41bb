import { describe, expect, it } from 'vitest'

import { adjustFactor, DEFAULT_FACTOR } from '../../../src/engine/memory/tokenFactor.ts'

const after = (inputTokens: number | null, before = DEFAULT_FACTOR): number =>
  adjustFactor(before, { bytes: 10_000, inputTokens })

describe('the tokens of a byte', () => {
  it('follow what the provider counts: more at once, less slowly', () => {
    expect(after(4000)).toBe(0.4)
    expect(after(2200)).toBe(0.29)
    let factor: number = DEFAULT_FACTOR
    for (let turn = 0; turn < 40; turn += 1) factor = after(2200, factor)
    expect(factor).toBeCloseTo(0.22, 2)
  })

  it('are not touched by a count that contradicts the estimate by ten, by none, or by nonsense', () => {
    for (const count of [null, 0, 300, 30_000, -5, Number.NaN, Infinity]) expect(after(count)).toBe(DEFAULT_FACTOR)
    expect(adjustFactor(DEFAULT_FACTOR, { bytes: 0, inputTokens: 5 })).toBe(DEFAULT_FACTOR)
  })
})
