import { describe, expect, it } from 'vitest'
import { combineRuns } from './combineRuns.ts'
import type { Metric } from './metric.ts'

const metric = (values: Partial<Metric>): Metric => ({ group: 'Group', name: 'metric', unit: 'ms', ours: 1, ...values })

describe('combineRuns', () => {
  it('gives the median of each value', () => {
    const runs = [3, 1, 2].map((ours) => [metric({ ours, baseline: ours * 10, direct: ours * 100 })])
    expect(combineRuns(runs)).toEqual([metric({ ours: 2, baseline: 20, direct: 200, ratio: 0.1 })])
  })

  it('gives the median of the ratios within a run', () => {
    const runs = [
      [metric({ ours: 10, baseline: 1 })],
      [metric({ ours: 40, baseline: 20 })],
      [metric({ ours: 90, baseline: 30 })],
    ]
    expect(combineRuns(runs)).toMatchObject([{ ours: 40, baseline: 20, ratio: 3 }])
  })

  it('keeps the order, the thresholds, and metrics of the same name in other groups', () => {
    const first = metric({ name: 'b', threshold: { atMost: 2 } })
    const second = metric({ name: 'a' })
    const third = metric({ name: 'a', group: 'Other' })
    expect(combineRuns([[first, second, third]])).toEqual([first, second, third])
  })

  it('leaves out values that are missing', () => {
    expect(combineRuns([[metric({ ours: 5 })], [metric({ ours: 5 })]])).toEqual([metric({ ours: 5 })])
  })
})
