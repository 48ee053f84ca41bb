import { sleep } from '../lib/clock.ts'
import type { Metric, Threshold } from '../lib/metric.ts'
import { openClients } from '../lib/openClients.ts'
import { countRequests, messageFor, readLog } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import type { Client, Target } from '../lib/target.ts'
import { type ByTarget, compare } from './byTarget.ts'
import { delaysOf, playTurn } from './turnTiming.ts'

const TURNS = 200
const BURSTS = 3
const MESSAGE = messageFor({ ttft: 20, tps: 50, tokens: 10 })

/** For each target, the milliseconds that it adds to the first word of each turn. */
type AddedFirstWords = ByTarget<readonly number[]>

/** Many turns that start almost at the same time. Measures one target after the other. */
export async function startBurst(targets: readonly Target[], providerUrl: string): Promise<Metric[]> {
  const spread: AddedFirstWords = { direct: [], baseline: [], ours: [] }
  const atOnce: AddedFirstWords = { direct: [], baseline: [], ours: [] }
  for (const target of targets) {
    const clients = await openClients(target, TURNS)
    await playBursts(clients, providerUrl, { seconds: 0, bursts: 1 })
    spread[target.name] = await playBursts(clients, providerUrl, { seconds: 1, bursts: BURSTS })
    atOnce[target.name] = await playBursts(clients, providerUrl, { seconds: 0, bursts: BURSTS })
    clients.forEach((client) => client.close())
  }
  return [
    ...toMetrics(`${TURNS} turns start within a second`, spread, { atMost: 15, timesBaseline: 5 }),
    ...toMetrics(`${TURNS} turns start at once`, atOnce),
  ]
}

interface Bursts {
  /** The starts of a burst are spread over this time. */
  readonly seconds: number
  readonly bursts: number
}

async function playBursts(
  clients: readonly Client[],
  providerUrl: string,
  { seconds, bursts }: Bursts,
): Promise<number[]> {
  const from = await countRequests(providerUrl)
  const play = async (client: Client, index: number) => {
    await sleep((index * seconds * 1000) / TURNS)
    return playTurn(client, MESSAGE)
  }
  const outcomes = []
  for (let burst = 0; burst < bursts; burst += 1) outcomes.push(...(await Promise.allSettled(clients.map(play))))
  const turns = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  return delaysOf(turns, (await readLog(providerUrl, from)).sent).addedFirstWord
}

function toMetrics(group: string, added: AddedFirstWords, threshold?: Threshold): Metric[] {
  const failed = { group, name: 'turns that failed', unit: '', threshold: { atMost: 0 } }
  const typical = { group, name: 'added first word, p50', unit: 'ms', ...(threshold && { threshold }) }
  const slow = { group, name: 'added first word, p95', unit: 'ms' }
  return [
    compare(added, failed, (one) => TURNS * BURSTS - one.length),
    compare(added, typical, median),
    compare(added, slow, (one) => quantile(one, 0.95)),
  ]
}
