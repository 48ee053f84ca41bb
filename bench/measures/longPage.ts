import type { Bench } from '../lib/bench.ts'
import type { Metric } from '../lib/metric.ts'
import { startWithStories } from '../stories/startWithStories.ts'
import { pageOpening } from './pageOpening.ts'
import { renderLatency } from './renderLatency.ts'

const SHORT = 10
const LONG = 1000

/** Opens and plays the page of a long session. */
export async function longPage({ openBrowser, startServer, providerUrl }: Bench): Promise<Metric[]> {
  const server = await startWithStories(startServer, [SHORT, LONG])
  try {
    const browser = await openBrowser()
    const [shortUrl = '', longUrl = ''] = server.stories.map(({ id }) => `${server.url}/sessions/${id}`)
    const long = LONG.toLocaleString('en-US')
    return [
      ...(await pageOpening(
        browser,
        longUrl,
        shortUrl,
        `Opening a page with ${long} turns (baseline: ${SHORT} turns)`,
      )),
      ...(await renderLatency(browser, longUrl, providerUrl, `On a page with ${long} turns`)),
    ]
  } finally {
    await server.stop()
  }
}
