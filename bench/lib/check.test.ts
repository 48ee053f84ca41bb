import { describe, expect, it } from 'vitest'
import { passesCheck } from './check.ts'
import type { Metric } from './metric.ts'

const passes = (values: Partial<Metric>): boolean =>
  passesCheck({ group: 'Group', name: 'metric', unit: '', ours: 10, ...values })

describe('passesCheck', () => {
  it('passes a metric without a threshold', () => {
    expect(passes({})).toBe(true)
  })

  it('lets a multiple of the baseline reach twice its threshold', () => {
    expect(passes({ unit: 'ms', baseline: 2.5, threshold: { timesBaseline: 2 } })).toBe(true)
    expect(passes({ unit: 'ms', baseline: 2.4, threshold: { timesBaseline: 2 } })).toBe(false)
  })

  it('lets a ratio within the app reach twice its threshold', () => {
    expect(passes({ unit: '×', ours: 3, threshold: { atMost: 1.5 } })).toBe(true)
    expect(passes({ unit: '×', ours: 3.1, threshold: { atMost: 1.5 } })).toBe(false)
  })

  it('checks no duration on its own, because machines differ', () => {
    expect(passes({ unit: 'ms', ours: 900, threshold: { atMost: 15 } })).toBe(true)
    expect(passes({ unit: 'ms', ours: 900, baseline: 300, threshold: { atMost: 15, timesBaseline: 5 } })).toBe(true)
  })

  it('holds counts and sizes to their thresholds', () => {
    expect(passes({ ours: 1, threshold: { atMost: 0 } })).toBe(false)
    expect(passes({ unit: 'KiB', ours: 101, threshold: { atMost: 100 } })).toBe(false)
    expect(passes({ unit: '%', ours: 99, threshold: { atLeast: 100 } })).toBe(false)
  })

  it('fails a metric that could not be measured', () => {
    expect(passes({ unit: '×', ours: NaN, threshold: { atMost: 1.5 } })).toBe(false)
    expect(passes({ unit: 'ms', threshold: { timesBaseline: 2 } })).toBe(false)
  })
})
