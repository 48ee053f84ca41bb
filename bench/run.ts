import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { type App, findApp } from './lib/app.ts'
import { startBench } from './lib/bench.ts'
import { BenchError } from './lib/benchError.ts'
import { passesCheck } from './lib/check.ts'
import { combineRuns } from './lib/combineRuns.ts'
import { readEarlier } from './lib/earlier.ts'
import { formatTable } from './lib/formatTable.ts'
import type { Metric } from './lib/metric.ts'
import { readOptions } from './lib/options.ts'
import { circumstancesOf, describeCircumstances, toJson } from './lib/report.ts'
import { LONG_MEASURES, MEASURES } from './measures.ts'

const ALL_MEASURES = { ...MEASURES, ...LONG_MEASURES }

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
try {
  await main()
} catch (error) {
  if (!(error instanceof BenchError)) throw error
  console.error(`\n${error.message}\n→ ${error.hint}`)
  process.exitCode = 2
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), Object.keys(ALL_MEASURES))
  const app = findApp(options.appFolder)
  const earlier = options.beforeFile === undefined ? undefined : readEarlier(options.beforeFile)
  const names = options.measures.length > 0 ? options.measures : Object.keys(MEASURES)
  const [loadBefore = NaN] = loadavg()
  const runs: Metric[][] = []
  for (let run = 1; run <= options.runs; run += 1) {
    if (options.runs > 1) process.stderr.write(`run ${run} of ${options.runs}\n`)
    runs.push(await measureAll(app, names))
  }

  const metrics = combineRuns(runs)
  const circumstances = circumstancesOf(app, { runs: runs.length, loadBefore, loadAfter: loadavg()[0] ?? NaN })
  console.log(`${describeCircumstances(circumstances)}. If the load before was above 0.5, durations are unreliable.\n`)
  console.log(formatTable(metrics, earlier))
  if (options.jsonFile !== undefined) writeFileSync(options.jsonFile, toJson(circumstances, metrics))
  if (options.isCheck) reportCheck(metrics.filter((metric) => !passesCheck(metric)))
}

/** A measure that fails doesn't stop the others, but sets the exit status. */
async function measureAll(app: App, names: readonly string[]): Promise<Metric[]> {
  const bench = await startBench(app)
  const metrics: Metric[] = []
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`)
    try {
      metrics.push(...((await ALL_MEASURES[name]?.(bench)) ?? []))
    } catch (error) {
      console.error(error)
      process.exitCode = 1
    }
  }
  await bench.stop()
  return metrics
}

function reportCheck(failed: readonly Metric[]): void {
  for (const { group, name } of failed) console.log(`\nThe check failed: ${group}: ${name}`)
  if (failed.length > 0) process.exitCode = 1
  else if (process.exitCode === undefined) console.log('\nThe check passed.')
}
