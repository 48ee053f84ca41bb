import { describe, expect, it } from 'vitest'
import { formatTable } from './formatTable.ts'
import type { Metric } from './metric.ts'

const metrics: readonly Metric[] = [
  { group: 'Turns', name: 'delay', unit: 'ms', ours: 12.345, baseline: 10, threshold: { timesBaseline: 2 } },
  { group: 'Turns', name: 'failed', unit: '', ours: 3, threshold: { atMost: 0 } },
  { group: 'Memory', name: 'peak', unit: 'MiB', ours: 123.4, direct: NaN },
]

describe('formatTable', () => {
  it('shows values, ratios, thresholds and verdicts below the name of each group', () => {
    expect(formatTable(metrics).split('\n')).toEqual([
      'metric      ours  baseline  direct  ours/baseline      threshold',
      '',
      'Turns',
      'delay   12.35 ms        10                  1.23×  ≤ 2× baseline      met',
      'failed         3                                             ≤ 0  NOT MET',
      '',
      'Memory',
      'peak     123 MiB                 –',
    ])
  })

  it('shows the values of an earlier run beside those of this one', () => {
    const earlier = { valueOf: ({ name }: Metric) => (name === 'delay' ? 24.5 : undefined) }
    expect(formatTable(metrics.slice(0, 1), earlier).split('\n')).toEqual([
      'metric      ours  before  baseline  direct  ours/baseline      threshold',
      '',
      'Turns',
      'delay   12.35 ms   24.50        10                  1.23×  ≤ 2× baseline  met',
    ])
  })
})
