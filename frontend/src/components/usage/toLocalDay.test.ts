import { afterEach, describe, expect, it, vi } from 'vitest'

import { toLocalDay } from './toLocalDay.ts'

describe('the day of a time', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each([
    ['America/Los_Angeles', '2026-03-01T07:59:00Z', '2026-02-28'],
    ['America/Los_Angeles', '2026-03-01T08:00:00Z', '2026-03-01'],
    ['Asia/Tokyo', '2026-12-31T15:00:00Z', '2027-01-01'],
  ])('in %s, at %s, is %s', (zone, time, day) => {
    vi.stubEnv('TZ', zone)
    expect(toLocalDay(new Date(time))).toBe(day)
  })
})
