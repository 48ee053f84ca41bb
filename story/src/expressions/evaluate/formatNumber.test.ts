import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from './formatNumber.ts'

describe('a number in text', () => {
  it.each([
    [3, '3'],
    [-0, '0'],
    [2.5, '2.5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e21, '1000000000000000000000'],
    [-1.25e25, '-12500000000000000000000000'],
    [1e-7, '0.0000001'],
    [-2.5e-9, '-0.0000000025'],
  ])('%d is %s', (value, words) => {
    expect(formatNumber(value)).toBe(words)
  })

  it('has no exponent and loses nothing', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const words = formatNumber(value)
        expect(words).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(words)).toBe(value + 0)
      }),
    )
  })
})
