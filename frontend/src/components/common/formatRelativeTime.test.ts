import { describe, expect, it } from 'vitest'

import { formatRelativeTime } from './formatRelativeTime.ts'

describe('formatRelativeTime', () => {
  it.each([
    ['2026-03-01T12:00:00Z', 'just now'],
    ['2026-03-01T11:58:30Z', '1 minute ago'],
    ['2026-03-01T09:00:00Z', '3 hours ago'],
    ['2026-02-28T12:00:00Z', 'yesterday'],
    ['2026-02-15T12:00:00Z', '2 weeks ago'],
    ['2026-03-01T12:00:30Z', 'just now'],
  ])('formats %s as %j', (time, told) => {
    expect(formatRelativeTime(time, Date.parse('2026-03-01T12:00:00Z'))).toBe(told)
  })
})
