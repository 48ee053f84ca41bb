import type { LoopProbe } from '../lib/loopProbe.ts'
import { messageFor } from '../lib/provider.ts'
import type { Client } from '../lib/target.ts'
import { playTurn } from './turnTiming.ts'

const SHORT_TURN = messageFor({ ttft: 0, tps: 0, tokens: 10 })

/** Plays this many short turns with each client, one at a time, in turn. */
export async function playShortTurns(clients: readonly Client[], turnsEach: number): Promise<void> {
  for (let turn = 0; turn < turnsEach; turn += 1) for (const client of clients) await playTurn(client, SHORT_TURN)
}

/** The milliseconds of processor time that each of these turns takes on average. */
export async function costOfShortTurns(
  probe: LoopProbe,
  clients: readonly Client[],
  turnsEach: number,
): Promise<number> {
  const before = await probe.processorTime()
  await playShortTurns(clients, turnsEach)
  return ((await probe.processorTime()) - before) / (turnsEach * clients.length)
}
