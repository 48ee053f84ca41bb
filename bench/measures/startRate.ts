import type { Bench } from '../lib/bench.ts'
import { now } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { openClients } from '../lib/openClients.ts'
import { messageFor } from '../lib/provider.ts'
import { sessionTarget } from '../lib/sessionTarget.ts'
import type { Target } from '../lib/target.ts'
import { playTurn } from './turnTiming.ts'

const PLAYERS = 50
const TURNS_EACH = 20
const MESSAGE = messageFor({ ttft: 0, tps: 0, tokens: 1 })

/** Players who send their next message as soon as they have an answer of one word. */
export async function startRate({ targets, startServer }: Bench): Promise<Metric[]> {
  const baseline = targets.find(({ name }) => name === 'baseline')
  // It has its own server, because all measures together may exceed the server's limit of requests per minute.
  const server = await startServer()
  try {
    return [
      {
        group: `${PLAYERS} players sending messages without a pause`,
        name: 'turns per second',
        unit: '',
        ours: Math.round(await turnsPerSecond(sessionTarget(server))),
        ...(baseline && { baseline: Math.round(await turnsPerSecond(baseline)) }),
      },
    ]
  } finally {
    await server.stop()
  }
}

async function turnsPerSecond(target: Target): Promise<number> {
  const clients = await openClients(target, PLAYERS)
  const play = (turns: number) =>
    Promise.all(
      clients.map(async (client) => {
        for (let turn = 0; turn < turns; turn += 1) await playTurn(client, MESSAGE)
      }),
    )
  await play(2)
  const start = now()
  await play(TURNS_EACH)
  const seconds = (now() - start) / 1e6
  clients.forEach((client) => client.close())
  return (PLAYERS * TURNS_EACH) / seconds
}
