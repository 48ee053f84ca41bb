import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { formatNumber } from './formatNumber.ts'

const tenths = (count: number) => Array.from({ length: count }).reduce<number>((sum) => sum + 0.1, 0)

describe('a number in text', () => {
  it.each([
    [3, '3'],
    [-0, '0'],
    [2.5, '2.5'],
    [1e21, '1000000000000000000000'],
    [-1.25e25, '-12500000000000000000000000'],
    [1e-7, '0.0000001'],
    [-2.5e-9, '-0.0000000025'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [1234567890.123, '1234567890.123'],
    [1 / 3, '0.333333333333333'],
    [-2 / 3, '-0.666666666666667'],
    [Math.PI, '3.14159265358979'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it.each([
    ['0.1 + 0.2', 0.1 + 0.2, '0.3'],
    ['0.1 + 0.7', 0.1 + 0.7, '0.8'],
    ['0.1 * 3', 0.1 * 3, '0.3'],
    ['1.1 * 3', 1.1 * 3, '3.3'],
    ['4.35 * 100', 4.35 * 100, '435'],
    ['1.005 * 1000', 1.005 * 1000, '1005'],
    ['0.3 - 0.1', 0.3 - 0.1, '0.2'],
    ['0.1 + 0.2 - 0.3', 0.1 + 0.2 - 0.3, '0'],
    ['0.3 - 0.1 * 3', 0.3 - 0.1 * 3, '0'],
    ['-(0.1 + 0.2)', -(0.1 + 0.2), '-0.3'],
    ['12345.6 + 0.7', 12345.6 + 0.7, '12346.3'],
    ['1e15 + 0.3', 1e15 + 0.3, '1000000000000000'],
    ['ten times 0.1', tenths(10), '1'],
    ['a thousand times 0.1', tenths(1000), '100'],
  ])('%s is written without a rounding error', (_, value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('is a decimal number of nine digits as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 9 }),
        (digits, places) => {
          const value = Number(`${digits}e-${places}`)
          expect(Number(formatNumber(value))).toBe(value + 0)
        },
      ),
    )
  })

  it('has no exponent and stays within a rounding error', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = formatNumber(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) * 1e-12, 1e-12))
        if (Number.isInteger(value)) expect(Number(text)).toBe(value + 0)
      }),
    )
  })
})
