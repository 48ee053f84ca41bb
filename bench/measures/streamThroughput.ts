import { now, sleep } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { openClients } from '../lib/openClients.ts'
import { countRequests, readLog, messageFor } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import type { Client, Target } from '../lib/target.ts'
import { type ProgramLoad, watchProgram } from '../lib/watchProgram.ts'
import { compare } from './byTarget.ts'
import { delaysOf, playTurn, type TurnTiming } from './turnTiming.ts'

const STREAMS = 200
const ROUNDS = 2
const TOKENS = 250
const MESSAGE = messageFor({ ttft: 20, tps: 50, tokens: TOKENS })
const OFFERED = STREAMS * ROUNDS * TOKENS
const group = `${STREAMS} streams of 50 words per second`

interface Load extends ProgramLoad {
  readonly failed: number
  readonly delivered: number
  readonly wordsPerSecond: number
  readonly delays: readonly number[]
}

/** Measures one target after the other. */
export async function streamThroughput(targets: readonly Target[], providerUrl: string): Promise<Metric[]> {
  const measure = async (name: Target['name']): Promise<Load> => {
    const target = targets.find((one) => one.name === name)
    if (!target) throw new Error(`There is no target ${name}.`)
    return loadTarget(target, providerUrl)
  }
  const loads = { direct: await measure('direct'), baseline: await measure('baseline'), ours: await measure('ours') }
  return [
    compare(loads, { group, name: 'failed turns', unit: '', threshold: { atMost: 0 } }, (load) => load.failed),
    compare(
      loads,
      { group, name: 'words delivered', unit: '%', threshold: { atLeast: 100 } },
      (load) => load.delivered,
    ),
    compare(loads, { group, name: 'words per second', unit: '' }, (load) => Math.round(load.wordsPerSecond)),
    compare(loads, { group, name: 'word delay, p50', unit: 'ms' }, (load) => median(load.delays)),
    compare(loads, { group, name: 'word delay, p95', unit: 'ms', threshold: { timesBaseline: 3 } }, (load) =>
      quantile(load.delays, 0.95),
    ),
    compare(
      loads,
      { group, name: 'processor time per word', unit: 'µs', threshold: { timesBaseline: 1.6 } },
      ({ processorMs, delays }) => (processorMs * 1000) / delays.length,
    ),
    compare(
      loads,
      { group, name: 'event-loop delay, p99', unit: 'ms', threshold: { atMost: 8 } },
      (load) => load.loopDelayP99Ms,
    ),
    compare(loads, { group, name: 'memory, peak', unit: 'MiB', threshold: { atMost: 200 } }, (load) => load.peakMib),
  ]
}

async function loadTarget(target: Target, providerUrl: string): Promise<Load> {
  const clients = await openClients(target, STREAMS)
  await Promise.all(clients.slice(0, 4).map((client) => playTurn(client, messageFor({ ttft: 0, tps: 50, tokens: 10 }))))
  const from = await countRequests(providerUrl)
  const watch = await watchProgram(target.program)
  const start = now()
  const outcomes = await Promise.allSettled(clients.map(playRounds))
  const seconds = (now() - start) / 1e6
  const load = await watch.stop()
  clients.forEach((client) => client.close())

  const turns = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  const delays = delaysOf(turns, (await readLog(providerUrl, from)).sent).words
  return {
    failed: STREAMS * ROUNDS - turns.length,
    delivered: (100 * delays.length) / OFFERED,
    wordsPerSecond: delays.length / seconds,
    delays,
    ...load,
  }
}

/** Spreads the starts over a second. */
async function playRounds(client: Client, index: number): Promise<TurnTiming[]> {
  await sleep((index * 1000) / STREAMS)
  const turns: TurnTiming[] = []
  for (let round = 0; round < ROUNDS; round += 1) turns.push(await playTurn(client, MESSAGE))
  return turns
}
