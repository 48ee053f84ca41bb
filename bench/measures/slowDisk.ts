import type { Bench } from '../lib/bench.ts'
import type { GamebookServer } from '../lib/gamebookServer.ts'
import type { Metric } from '../lib/metric.ts'
import { openClients } from '../lib/openClients.ts'
import { countRequests, messageFor, readLog } from '../lib/provider.ts'
import { median, quantile } from '../lib/quantile.ts'
import { sessionTarget } from '../lib/sessionTarget.ts'
import { slowFlushes } from '../lib/slowFlushes.ts'
import type { Client } from '../lib/target.ts'
import { type Delays, delaysOf, playTurn, type TurnTiming } from './turnTiming.ts'

const DELAY_MS = 30
const STREAMS = 10
const ROUNDS = 2
const TURNS_PER_ROUND = 12
const TURN = messageFor({ ttft: 20, tps: 50, tokens: 10 })
const STREAM = messageFor({ ttft: 20, tps: 50, tokens: 150 })
const group = `Every disk flush takes ${DELAY_MS} ms longer (baseline: no delay)`

/** Compares two servers, one of them on a slow disk, by alternating between them. */
export async function slowDisk({ startServer, providerUrl }: Bench): Promise<Metric[]> {
  const env = slowFlushes(DELAY_MS)
  if (env === undefined) {
    process.stderr.write('Skipping slow-disk: it needs Linux and a C compiler (`cc`).\n')
    return []
  }
  const [fast, slow] = await Promise.all([startServer(), startServer({ env })])
  try {
    const [onFast, onSlow] = await Promise.all([open(fast), open(slow)])
    const from = await countRequests(providerUrl)
    for (let round = 0; round < ROUNDS; round += 1) for (const played of [onFast, onSlow]) await playRound(played)
    const { sent } = await readLog(providerUrl, from)
    const compare = (name: string, turns: 'alone' | 'together', value: (delays: Delays) => number): Metric => ({
      group,
      name,
      unit: 'ms',
      ours: value(delaysOf(onSlow[turns], sent)),
      baseline: value(delaysOf(onFast[turns], sent)),
      threshold: { timesBaseline: 1.5 },
    })
    return [
      compare('added first word, p50', 'alone', ({ addedFirstWord }) => median(addedFirstWord)),
      compare(`word delay of ${STREAMS} streams, p95`, 'together', ({ words }) => quantile(words, 0.95)),
    ]
  } finally {
    await Promise.all([fast.stop(), slow.stop()])
  }
}

interface Played {
  readonly clients: readonly Client[]
  /** Turns played while no other was running. */
  readonly alone: TurnTiming[]
  readonly together: TurnTiming[]
}

async function open(server: GamebookServer): Promise<Played> {
  const clients = await openClients(sessionTarget(server), STREAMS)
  await Promise.all(clients.map((client) => playTurn(client, TURN)))
  return { clients, alone: [], together: [] }
}

async function playRound({ clients, alone, together }: Played): Promise<void> {
  for (const client of clients.slice(0, 1))
    for (let turn = 0; turn < TURNS_PER_ROUND; turn += 1) alone.push(await playTurn(client, TURN))
  together.push(...(await Promise.all(clients.map((client) => playTurn(client, STREAM)))))
}
