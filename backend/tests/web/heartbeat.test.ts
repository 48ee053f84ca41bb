import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createHeartbeat } from '../../src/web/live/heartbeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('calls everyone once per period, never many at once, until they leave', () => {
  const heartbeat = createHeartbeat(60_000)
  const beats = Array.from({ length: 2000 }, () => vi.fn())
  const leave = beats.map((beat) => heartbeat.add(beat))
  const called = (): number => beats.reduce((sum, beat) => sum + beat.mock.calls.length, 0)

  let mostAtOnce = 0
  for (let second = 0; second < 60; second += 1) {
    const before = called()
    vi.advanceTimersByTime(1000)
    mostAtOnce = Math.max(mostAtOnce, called() - before)
  }
  expect(beats.every((beat) => beat.mock.calls.length === 1)).toBe(true)
  expect(mostAtOnce).toBe(34)

  for (const end of leave) end()
  vi.advanceTimersByTime(60_000)
  expect([called(), vi.getTimerCount()]).toEqual([2000, 0])
})
