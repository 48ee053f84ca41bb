import type { Metric } from '../lib/metric.ts'
import { countRequests, readLog, messageFor } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import type { Target } from '../lib/target.ts'
import { type ByTarget, compare } from './byTarget.ts'
import { delaysOf, playTurn, type TurnTiming } from './turnTiming.ts'

const TURNS = 60
const WARM_TURNS = 10
const MESSAGE = messageFor({ ttft: 20, tps: 50, tokens: 10 })
const group = 'One turn at a time'

/** Alternates between the targets, so a change in the machine's speed affects all of them equally. */
export async function streamLatency(targets: readonly Target[], providerUrl: string): Promise<Metric[]> {
  const clients = await Promise.all(targets.map((target) => target.open()))
  const turns: ByTarget<TurnTiming[]> = { direct: [], baseline: [], ours: [] }
  const from = await countRequests(providerUrl)
  for (let round = -WARM_TURNS; round < TURNS; round += 1) {
    for (const [index, client] of clients.entries()) {
      const turn = await playTurn(client, MESSAGE)
      const target = targets[index]
      if (round >= 0 && target) turns[target.name].push(turn)
    }
  }
  clients.forEach((client) => client.close())
  const { sent } = await readLog(providerUrl, from)
  const delays = {
    direct: delaysOf(turns.direct, sent),
    baseline: delaysOf(turns.baseline, sent),
    ours: delaysOf(turns.ours, sent),
  }
  return [
    compare(delays, { group, name: 'added first word, p50', unit: 'ms', threshold: { timesBaseline: 2.5 } }, (one) =>
      median(one.addedFirstWord),
    ),
    compare(delays, { group, name: 'added first word, p95', unit: 'ms' }, (one) => quantile(one.addedFirstWord, 0.95)),
    compare(delays, { group, name: 'word delay, p50', unit: 'ms' }, (one) => median(one.words)),
    compare(delays, { group, name: 'word delay, p95', unit: 'ms' }, (one) => quantile(one.words, 0.95)),
  ]
}
