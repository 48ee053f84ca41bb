import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chooseCut, keptBytes, targetOf } from '../../../src/engine/memory/chooseCut.ts'

const turnsOf = (...bytes: readonly number[]) => bytes.map((size, index) => ({ id: `m${index}`, bytes: size }))

describe('a cut', () => {
  it('leaves out the oldest turns until 60% of the budget are used', () => {
    const input = { turns: turnsOf(...Array.from({ length: 10 }, () => 100)), fixed: 0, budget: 1000, reserve: 0 }
    expect(chooseCut({ ...input, headBytes: () => 0 })).toBe(4)
    expect(chooseCut({ ...input, headBytes: () => 150 })).toBe(6)
  })

  it('keeps half of the room beside what is always sent', () => {
    const input = { turns: turnsOf(100, 100, 100, 100), fixed: 600, budget: 1000, reserve: 0 }
    expect(chooseCut({ ...input, headBytes: () => 0 })).toBe(2)
  })

  it('keeps the last turn if the budget holds it, however long it is', () => {
    const input = { fixed: 300, budget: 1000, reserve: 0, headBytes: () => 0 }
    expect(chooseCut({ ...input, turns: turnsOf(100, 700) })).toBe(1)
    expect(chooseCut({ ...input, turns: turnsOf(100, 701) })).toBe(2)
    expect(chooseCut({ ...input, turns: turnsOf(100, 700), reserve: 1 })).toBe(2)
  })

  it('leaves what needs no other cut', () => {
    const size = fc.nat(3000)
    const cuts = fc.record({
      sizes: fc.array(size, { minLength: 1, maxLength: 40 }),
      fixed: size,
      budget: fc.integer({ min: 1, max: 20_000 }),
      reserved: fc.integer({ min: 0, max: 20 }),
      heads: fc.array(fc.nat(600), { minLength: 41, maxLength: 41 }),
    })
    fc.assert(
      fc.property(cuts, ({ sizes, fixed, budget, reserved, heads }) => {
        const reserve = (budget * reserved) / 100
        const turns = turnsOf(...sizes)
        const headBytes = (cut: number): number => heads[cut] ?? 0
        const cut = chooseCut({ turns, fixed, budget, reserve, headBytes })
        expect(cut).toBeGreaterThan(0)
        expect(cut).toBeLessThanOrEqual(turns.length)
        const total = fixed + headBytes(cut) + (keptBytes(turns)[cut] ?? 0)
        if (cut < turns.length) expect(total).toBeLessThanOrEqual(budget - reserve)
        if (cut < turns.length - 1) expect(total).toBeLessThanOrEqual(targetOf({ fixed, budget, reserve }))
      }),
    )
  })
})
