import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import type { App } from './app.ts'
import { passesCheck } from './check.ts'
import { type Metric, ratioOf } from './metric.ts'
import { isMet } from './threshold.ts'

/** The circumstances of a run. Loads are averages over the last minute. */
export interface Circumstances {
  readonly date: string
  /** Ends with `+` if the folder has uncommitted changes; null without git. */
  readonly commit: string | null
  readonly node: string
  readonly processors: number
  readonly runs: number
  readonly loadBefore: number
  readonly loadAfter: number
}

export type Measured = Pick<Circumstances, 'runs' | 'loadBefore' | 'loadAfter'>

export const circumstancesOf = ({ folder }: App, measured: Measured): Circumstances => ({
  date: new Date().toISOString(),
  commit: readCommit(folder),
  node: process.version,
  processors: cpus().length,
  ...measured,
})

function readCommit(folder: string): string | null {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()
  try {
    return `${git('rev-parse', '--short', 'HEAD').trim()}${git('status', '--porcelain') === '' ? '' : '+'}`
  } catch {
    return null
  }
}

export const describeCircumstances = (circumstances: Circumstances): string =>
  [
    circumstances.commit === null ? 'No commit' : `Commit ${circumstances.commit}`,
    `${circumstances.processors} processors`,
    circumstances.runs === 1 ? 'one run' : `medians of ${circumstances.runs} runs`,
    `load ${circumstances.loadBefore.toFixed(1)} before and ${circumstances.loadAfter.toFixed(1)} after`,
  ].join('; ')

/** The content of the file that `--json` names. A value that could not be measured is null. */
export const toJson = (circumstances: Circumstances, metrics: readonly Metric[]): string =>
  `${JSON.stringify({ ...circumstances, metrics: metrics.map(toEntry) }, null, 2)}\n`

const toEntry = (metric: Metric) => ({
  ...metric,
  ratio: ratioOf(metric) ?? null,
  isMet: isMet(metric) ?? null,
  passesCheck: passesCheck(metric),
})
