import type { Browser, Page } from 'playwright-core'
import { sleep } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { median } from '../lib/quantile.ts'

const RUNS = 3
/** Counts what the page loads after it is shown. */
const SETTLE_MS = 2000
const group = 'First page, nothing cached'

export async function firstPage(browser: Browser, url: string): Promise<Metric[]> {
  const loads: Load[] = []
  for (let run = 0; run < RUNS; run += 1) loads.push(await loadOnce(browser, url))
  const of = (value: (load: Load) => number): number => median(loads.map(value))
  return [
    { group, name: 'transferred', unit: 'KiB', ours: of((load) => load.bytes / 1024), threshold: { atMost: 430 } },
    { group, name: 'requests', unit: '', ours: of((load) => load.requests), threshold: { atMost: 25 } },
    { group, name: 'requests to other hosts', unit: '', ours: of((load) => load.outside), threshold: { atMost: 0 } },
    { group, name: 'first contentful paint', unit: 'ms', ours: of((load) => load.paintMs) },
  ]
}

interface Load {
  readonly bytes: number
  readonly requests: number
  readonly outside: number
  readonly paintMs: number
}

async function loadOnce(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const traffic = await watchTraffic(page, new URL(url).origin)
  await page.goto(url)
  await page.getByRole('heading').first().waitFor()
  await sleep(SETTLE_MS)
  const paintMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)
  await context.close()
  return { ...traffic, paintMs }
}

async function watchTraffic(page: Page, origin: string) {
  const traffic = { bytes: 0, requests: 0, outside: 0 }
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('http')) return
    traffic.requests += 1
    if (!request.url.startsWith(`${origin}/`)) traffic.outside += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength
  })
  return traffic
}
