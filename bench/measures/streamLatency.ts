import type { Metric } from '../lib/metric.ts'
import { countRequests, readLog, wordsFor } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import type { Target } from '../lib/target.ts'
import { type ByTarget, compare } from './byTarget.ts'
import { delaysOf, playTurn, type TurnTiming } from './turnTiming.ts'

const TURNS = 60
const WARM_TURNS = 10
const WORDS = wordsFor({ ttft: 20, tps: 50, tokens: 10 })
const group = 'One turn at a time'

/** One turn at each target, again and again, so that a change of the machine's speed hits all alike. */
export async function streamLatency(targets: readonly Target[], providerUrl: string): Promise<Metric[]> {
  const seats = await Promise.all(targets.map((target) => target.open()))
  const turns: ByTarget<TurnTiming[]> = { direct: [], floor: [], ours: [] }
  const from = await countRequests(providerUrl)
  for (let round = -WARM_TURNS; round < TURNS; round += 1) {
    for (const [index, seat] of seats.entries()) {
      const turn = await playTurn(seat, WORDS)
      const target = targets[index]
      if (round >= 0 && target) turns[target.name].push(turn)
    }
  }
  seats.forEach((seat) => seat.close())
  const { sent } = await readLog(providerUrl, from)
  const delays = {
    direct: delaysOf(turns.direct, sent),
    floor: delaysOf(turns.floor, sent),
    ours: delaysOf(turns.ours, sent),
  }
  return [
    compare(delays, { group, name: 'added first word, p50', unit: 'ms', aim: { timesFloor: 2 } }, (one) =>
      median(one.addedFirstWord),
    ),
    compare(delays, { group, name: 'added first word, p95', unit: 'ms' }, (one) => quantile(one.addedFirstWord, 0.95)),
    compare(delays, { group, name: 'word delay, p50', unit: 'ms' }, (one) => median(one.words)),
    compare(delays, { group, name: 'word delay, p95', unit: 'ms' }, (one) => quantile(one.words, 0.95)),
  ]
}
