import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEarlier } from './earlier.ts'
import type { Metric } from './metric.ts'
import { type Circumstances, toJson } from './report.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'llm-gamebook-earlier-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const metric = (values: Partial<Metric>): Metric => ({ group: 'Group', name: 'metric', unit: 'ms', ours: 1, ...values })
const circumstances: Circumstances = {
  date: '2026-01-01T00:00:00.000Z',
  commit: null,
  node: 'v24.0.0',
  processors: 2,
  runs: 1,
  loadBefore: 0,
  loadAfter: 0,
}

describe('readEarlier', () => {
  it('finds the values that a report has', () => {
    const file = join(folder, 'report.json')
    writeFileSync(file, toJson(circumstances, [metric({ ours: 5 }), metric({ name: 'unknown', ours: NaN })]))
    const earlier = readEarlier(file)
    expect(earlier.valueOf(metric({}))).toBe(5)
    expect(earlier.valueOf(metric({ name: 'unknown' }))).toBeNaN()
    expect(earlier.valueOf(metric({ group: 'Other' }))).toBeUndefined()
  })

  it('says which file is missing or has no results', () => {
    const file = join(folder, 'report.json')
    expect(() => readEarlier(file)).toThrow(`${file} has no results of an earlier run.`)
    writeFileSync(file, '{}')
    expect(() => readEarlier(file)).toThrow(`${file} has no results of an earlier run.`)
  })
})
