import type { Browser, Page } from 'playwright-core'
import { now, sleep } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { countRequests, readLog, type SentAnswer, messageFor } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import { readWordArrivals, type WordArrivals, waitForWord, observeWords } from './observeWords.ts'

const TURNS = 4
const TOKENS = 200
const MESSAGE = messageFor({ ttft: 20, tps: 50, tokens: TOKENS })
const PAUSE_MS = 500

/** The time from the provider writing a word to the word appearing on the page. The first turn is a warm-up. */
export async function renderLatency(
  browser: Browser,
  url: string,
  providerUrl: string,
  group: string,
): Promise<Metric[]> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.getByRole('textbox').waitFor()
  await observeWords(page)
  await playTurn(page, providerUrl)
  const turns: Turn[] = []
  for (let turn = 0; turn < TURNS; turn += 1) turns.push(await playTurn(page, providerUrl))
  await page.close()

  const delays = turns.flatMap((turn) => turn.delays)
  return [
    { group, name: 'from provider to page, p50', unit: 'ms', ours: median(delays), threshold: { atMost: 16 } },
    {
      group,
      name: 'from provider to page, p95',
      unit: 'ms',
      ours: quantile(delays, 0.95),
      threshold: { atMost: 23 },
    },
    { group, name: 'words missing', unit: '', ours: TURNS * TOKENS - delays.length, threshold: { atMost: 0 } },
    {
      group,
      name: 'longest task',
      unit: 'ms',
      ours: Math.max(...turns.map((turn) => turn.longestTask)),
      threshold: { atMost: 50 },
    },
  ]
}

interface Turn {
  readonly delays: readonly number[]
  /** The browser does not report tasks below 50 ms. */
  readonly longestTask: number
}

async function playTurn(page: Page, providerUrl: string): Promise<Turn> {
  const request = await countRequests(providerUrl)
  const offset = await clockOffset(page)
  const input = page.getByRole('textbox')
  await input.fill(MESSAGE)
  await input.press('Enter')
  const sent = await waitForEnd(providerUrl, request)
  await waitForWord(page, `${sent.request}.${TOKENS - 1}`)
  await sleep(PAUSE_MS)
  const arrivals = await readWordArrivals(page)
  return { delays: delaysOf(sent, arrivals, offset), longestTask: Math.max(0, ...arrivals.longTasks) }
}

async function waitForEnd(providerUrl: string, request: number): Promise<SentAnswer> {
  for (;;) {
    const sent = (await readLog(providerUrl, request)).sent[0]
    if (sent?.endedAt) return sent
    await sleep(100)
  }
}

function delaysOf(sent: SentAnswer, arrivals: WordArrivals, offset: number): number[] {
  return sent.wordsAt.flatMap((writtenAt, word) => {
    const seenAt = arrivals.at[`${sent.request}.${word}`]
    return seenAt === undefined ? [] : [seenAt + offset - writtenAt / 1000]
  })
}

/** Milliseconds from the page's clock to the machine's, from the fastest of 20 samples. */
async function clockOffset(page: Page): Promise<number> {
  let best = { took: Infinity, offset: 0 }
  for (let sample = 0; sample < 20; sample += 1) {
    const before = now() / 1000
    const there = await page.evaluate(() => performance.now())
    const after = now() / 1000
    if (after - before < best.took) best = { took: after - before, offset: (before + after) / 2 - there }
  }
  return best.offset
}
