import type { Browser } from 'playwright-core'
import { sleep } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { median } from '../lib/quantile.ts'

const OPENINGS = 5
/** The page may still work after a player can type. */
const SETTLE_MS = 1000

interface Opened {
  /** From the start of the navigation until the player can type. */
  readonly usableMs: number
  /** The browser does not report tasks below 50 ms. */
  readonly longestTaskMs: number
}

/** Opens the page of a long and of a short session in turn, each time with nothing cached. */
export async function pageOpening(
  browser: Browser,
  longUrl: string,
  shortUrl: string,
  group: string,
): Promise<Metric[]> {
  const long: Opened[] = []
  const short: Opened[] = []
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    short.push(await openOnce(browser, shortUrl))
    long.push(await openOnce(browser, longUrl))
  }
  const compare = (
    name: string,
    value: (opened: Opened) => number,
    threshold: Metric['threshold'] & object,
  ): Metric => ({
    group,
    name,
    unit: 'ms',
    ours: median(long.map(value)),
    baseline: median(short.map(value)),
    threshold,
  })
  return [
    compare('until the player can type', ({ usableMs }) => usableMs, { timesBaseline: 1.5 }),
    compare('longest task', ({ longestTaskMs }) => longestTaskMs, { atMost: 150 }),
  ]
}

async function openOnce(browser: Browser, url: string): Promise<Opened> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'commit' })
  await page.getByRole('textbox').fill('I look around.')
  const usableMs = await page.evaluate(() => performance.now())
  await sleep(SETTLE_MS)
  const longestTaskMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(Math.max(...list.getEntries().map(({ duration }) => duration))),
        ).observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(0), 200)
      }),
  )
  await context.close()
  return { usableMs, longestTaskMs }
}
