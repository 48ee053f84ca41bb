import { describe, expect, it } from 'vitest'
import { type Circumstances, describeCircumstances, toJson } from './report.ts'

const circumstances: Circumstances = {
  date: '2026-01-01T00:00:00.000Z',
  commit: 'abc1234+',
  node: 'v24.0.0',
  processors: 2,
  runs: 3,
  loadBefore: 0.25,
  loadAfter: 1.5,
}

describe('describeCircumstances', () => {
  it('names the commit, the machine, the runs and the load', () => {
    expect(describeCircumstances(circumstances)).toBe(
      'Commit abc1234+; 2 processors; medians of 3 runs; load 0.3 before and 1.5 after',
    )
  })
})

describe('toJson', () => {
  it('has the circumstances, and each metric with its verdict', () => {
    const slow = { group: 'Group', name: 'slow', unit: 'ms', ours: 30, baseline: 10, threshold: { timesBaseline: 2 } }
    expect(JSON.parse(toJson(circumstances, [slow]))).toEqual({
      ...circumstances,
      metrics: [{ ...slow, ratio: 3, isMet: false, passesCheck: true }],
    })
  })

  it('writes null for what could not be measured or judged', () => {
    const unknown = { group: 'Group', name: 'unknown', unit: 'ms', ours: NaN }
    expect(JSON.parse(toJson(circumstances, [unknown]))).toMatchObject({
      metrics: [{ ours: null, ratio: null, isMet: null, passesCheck: true }],
    })
  })
})
