import { describe, expect, it } from 'vitest'

import { formatCosts, formatMoney } from './formatMoney.ts'

describe('an amount of money', () => {
  it.each([
    [4.3, 'USD', '$4.30'],
    [1234.5, 'USD', '$1,234.50'],
    [0, 'USD', '$0.00'],
    [0.994, 'USD', '99¢'],
    [0.996, 'USD', '$1.00'],
    [0.23, 'USD', '23¢'],
    [0.0062, 'USD', '0.62¢'],
    [0.00012, 'USD', '0.012¢'],
    [0.00001, 'USD', 'under 0.01¢'],
    [2.5, 'EUR', '€2.50'],
    [0.00612, 'EUR', '€0.0061'],
    [120, 'JPY', '¥120'],
  ])('of %s %s is written as people write it', (amount, currency, written) => {
    expect(formatMoney(amount, currency)).toBe(written)
  })

  it('is never added to one in another currency', () => {
    expect(
      formatCosts([
        { amount: 1, currency: 'USD' },
        { amount: 2, currency: 'EUR' },
      ]),
    ).toBe('$1.00 + €2.00')
  })
})
