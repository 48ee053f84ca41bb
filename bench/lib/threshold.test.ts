import { describe, expect, it } from 'vitest'
import type { Metric } from './metric.ts'
import { describeThreshold, isMet } from './threshold.ts'

const metric = (values: Partial<Metric>): Metric => ({
  group: 'Group',
  name: 'metric',
  unit: 'ms',
  ours: 10,
  ...values,
})

describe('isMet', () => {
  it('judges nothing without a threshold', () => {
    expect(isMet(metric({}))).toBeUndefined()
  })

  it('accepts a value at its limit', () => {
    expect(isMet(metric({ threshold: { atMost: 10 } }))).toBe(true)
    expect(isMet(metric({ threshold: { atLeast: 10 } }))).toBe(true)
    expect(isMet(metric({ baseline: 5, threshold: { timesBaseline: 2 } }))).toBe(true)
  })

  it('rejects a value beyond its limit', () => {
    expect(isMet(metric({ ours: 11, threshold: { atMost: 10 } }))).toBe(false)
    expect(isMet(metric({ ours: 9, threshold: { atLeast: 10 } }))).toBe(false)
    expect(isMet(metric({ ours: 11, baseline: 5, threshold: { timesBaseline: 2 } }))).toBe(false)
  })

  it('holds a value to each of its limits', () => {
    expect(isMet(metric({ baseline: 5, threshold: { atMost: 9, timesBaseline: 2 } }))).toBe(false)
    expect(isMet(metric({ baseline: 4, threshold: { atMost: 10, timesBaseline: 2 } }))).toBe(false)
  })

  it('rejects a value that could not be measured', () => {
    expect(isMet(metric({ ours: NaN, threshold: { atMost: 10 } }))).toBe(false)
    expect(isMet(metric({ threshold: { timesBaseline: 2 } }))).toBe(false)
  })

  it('widens each limit by a factor', () => {
    expect(isMet(metric({ ours: 20, threshold: { atMost: 10 } }), 2)).toBe(true)
    expect(isMet(metric({ ours: 5, threshold: { atLeast: 10 } }), 2)).toBe(true)
    expect(isMet(metric({ ours: 21, baseline: 5, threshold: { timesBaseline: 2 } }), 2)).toBe(false)
  })
})

describe('describeThreshold', () => {
  it('lists the limits with their unit', () => {
    expect(describeThreshold(metric({ threshold: { atMost: 15, timesBaseline: 5 } }))).toBe('≤ 15 ms, ≤ 5× baseline')
    expect(describeThreshold(metric({ unit: '', threshold: { atLeast: 3 } }))).toBe('≥ 3')
    expect(describeThreshold(metric({}))).toBe('')
  })
})
