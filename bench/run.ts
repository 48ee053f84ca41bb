import { cpus, loadavg } from 'node:os'
import { launchBrowser } from '../e2e/support/launchBrowser.ts'
import { chatTarget } from './lib/chatTarget.ts'
import type { Metric } from './lib/metric.ts'
import { startGamebookServer } from './lib/gamebookServer.ts'
import { printTable } from './lib/printTable.ts'
import { sessionTarget } from './lib/sessionTarget.ts'
import { startProgram } from './lib/startProgram.ts'
import { compiler } from './measures/compiler.ts'
import { firstPage } from './measures/firstPage.ts'
import { fuzz } from './measures/fuzz.ts'
import { hostileProvider } from './measures/hostileProvider.ts'
import { kills } from './measures/kills/kills.ts'
import { playSession } from './measures/playSession.ts'
import { startBurst } from './measures/startBurst.ts'
import { startTime } from './measures/startTime.ts'
import { storyEngine } from './measures/storyEngine.ts'
import { streamLatency } from './measures/streamLatency.ts'
import { streamThroughput } from './measures/streamThroughput.ts'
import { renderLatency } from './measures/renderLatency.ts'

const program = (name: string): string => new URL(`./programs/${name}.ts`, import.meta.url).pathname

const [loadBefore = NaN] = loadavg()

process.once('SIGTERM', () => process.exit(1))
const provider = await startProgram([program('provider')])
const baseline = await startProgram([program('baseline'), provider.url])
const server = await startGamebookServer(provider.url)
const targets = [
  chatTarget('direct', provider.url, null),
  chatTarget('baseline', baseline.url, baseline.pid),
  sessionTarget(server),
]
const browser = await launchBrowser()

const measures: Record<string, () => Promise<Metric[]>> = {
  latency: () => streamLatency(targets, provider.url),
  burst: () => startBurst(targets, provider.url),
  throughput: () => streamThroughput(targets, provider.url),
  start: startTime,
  'first-page': () => firstPage(browser, server.url),
  page: async () => renderLatency(browser, await playSession(server, 0), provider.url, 'In the page'),
  'long-page': async () =>
    renderLatency(browser, await playSession(server, 300), provider.url, 'In a page with 300 turns'),
  engine: storyEngine,
  compiler,
}

/** These take minutes, so they run only by name. */
const longMeasures: typeof measures = {
  kills,
  hostile: () => hostileProvider(program),
  fuzz,
}

try {
  const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(measures)
  const metrics: Metric[] = []
  for (const name of chosen) {
    process.stderr.write(`measuring ${name} …\n`)
    metrics.push(...((await (measures[name] ?? longMeasures[name])?.()) ?? []))
  }
  console.log(
    `${cpus().length} processors; load before the run ${loadBefore.toFixed(1)}: above 0.5, timings are unreliable.\n`,
  )
  printTable(metrics)
} finally {
  await browser.close()
  await Promise.all([server.stop(), baseline.stop(), provider.stop()])
}
