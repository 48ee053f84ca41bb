import type { Bench } from './lib/bench.ts'
import type { Metric } from './lib/metric.ts'
import { checker } from './measures/checker.ts'
import { compiler } from './measures/compiler.ts'
import { firstPage } from './measures/firstPage.ts'
import { fuzz } from './measures/fuzz.ts'
import { heldTails } from './measures/heldTails.ts'
import { hostileProvider } from './measures/hostileProvider.ts'
import { kills } from './measures/kills/kills.ts'
import { longPage } from './measures/longPage.ts'
import { manySessions } from './measures/manySessions.ts'
import { opening } from './measures/opening/opening.ts'
import { promptPrefix } from './measures/promptPrefix.ts'
import { requestRecord } from './measures/requestRecord/requestRecord.ts'
import { sessionLength } from './measures/sessionLength.ts'
import { shortPage } from './measures/shortPage.ts'
import { slowDisk } from './measures/slowDisk.ts'
import { startBurst } from './measures/startBurst.ts'
import { startRate } from './measures/startRate.ts'
import { startTime } from './measures/startTime.ts'
import { storyEngine } from './measures/storyEngine.ts'
import { streamLatency } from './measures/streamLatency.ts'
import { streamThroughput } from './measures/streamThroughput.ts'

type Measures = Readonly<Record<string, (bench: Bench) => Promise<readonly Metric[]>>>

/** The measures of `npm run bench`, in order. Those with `page` in their name need a browser. */
export const MEASURES: Measures = {
  latency: ({ targets, providerUrl }) => streamLatency(targets, providerUrl),
  burst: ({ targets, providerUrl }) => startBurst(targets, providerUrl),
  throughput: ({ targets, providerUrl }) => streamThroughput(targets, providerUrl),
  'start-rate': startRate,
  'slow-disk': slowDisk,
  length: sessionLength,
  'many-sessions': manySessions,
  opening,
  start: ({ app }) => startTime(app),
  'first-page': async ({ openBrowser, server }) => firstPage(await openBrowser(), server.url),
  page: shortPage,
  'long-page': longPage,
  engine: ({ app }) => storyEngine(app),
  compiler: ({ app }) => compiler(app),
  checker: ({ app }) => checker(app),
  prefix: promptPrefix,
  'held-tails': ({ app }) => heldTails(app),
}

/** These take minutes, so they run only by name. */
export const LONG_MEASURES: Measures = {
  kills: () => kills(),
  hostile: ({ app }) => hostileProvider(app),
  fuzz: ({ app }) => fuzz(app),
  'request-record': requestRecord,
}
