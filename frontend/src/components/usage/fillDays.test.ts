import { describe, expect, it } from 'vitest'

import { totals } from '../../testSupport/usage.ts'
import { fillDays } from './fillDays.ts'

const used = (day: string, amount = 1, currency = 'USD') => ({ day, ...totals({ costs: [{ amount, currency }] }) })

describe('the days of a chart', () => {
  it('are all of its time, also without requests', () => {
    const entries = fillDays([used('2026-03-01')], '2026-02-27', '2026-03-02')
    expect(entries.map(({ label, fresh, costs }) => [label, fresh, costs.length])).toEqual([
      ['Feb 27', 0, 0],
      ['Feb 28', 0, 0],
      ['Mar 1', 3000, 1],
      ['Mar 2', 0, 0],
    ])
  })

  it('hold a day of the server that has not begun here', () => {
    expect(fillDays([used('2026-03-03')], '2026-03-01', '2026-03-02').map(({ key }) => key)).toContain('2026-03-03')
  })

  it('are months in a long time, with one sum for each currency', () => {
    const entries = fillDays(
      [used('2026-01-01'), used('2026-01-31', 2), used('2026-01-31', 5, 'EUR')],
      null,
      '2026-06-15',
    )
    expect(entries.map(({ label }) => label)).toEqual([
      'Jan 2026',
      'Feb 2026',
      'Mar 2026',
      'Apr 2026',
      'May 2026',
      'Jun 2026',
    ])
    expect(entries[0]?.costs).toEqual([
      { currency: 'USD', amount: 3 },
      { currency: 'EUR', amount: 5 },
    ])
    expect(entries[0]).toMatchObject({ cached: 18_000, fresh: 9000, written: 900 })
  })

  it('are today alone if there was nothing', () => {
    expect(fillDays([], null, '2026-03-02')).toHaveLength(1)
  })
})
