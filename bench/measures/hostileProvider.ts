import { z } from 'zod'
import type { App } from '../lib/app.ts'
import { now, sleep } from '../lib/clock.ts'
import { type GamebookServer, startGamebookServer } from '../lib/gamebookServer.ts'
import type { Metric } from '../lib/metric.ts'
import { programFile } from '../lib/programFile.ts'
import { quantile } from '../lib/quantile.ts'
import { request } from '../lib/request.ts'
import { startProgram } from '../lib/startProgram.ts'
import { watchMemory } from '../lib/watchMemory.ts'

const SECONDS = 120
/** A turn under attack is stopped by its player after this time. */
const PATIENCE_MS = 6000
const PAUSE_MS = 25
const group = `A hostile provider for ${SECONDS} s`

const Attacks = z.array(z.string())

/** Other people read and play while every attack of the provider runs in a session of its own. */
export async function hostileProvider(app: App): Promise<Metric[]> {
  const provider = await startProgram([programFile('hostileProvider')])
  const server = await startGamebookServer(app, provider.url)
  try {
    const attacks = Attacks.parse(JSON.parse((await request(`${provider.url}/attacks`)).text))
    const memory = watchMemory(server.pid)
    const end = now() + SECONDS * 1e6
    const [reads, turns] = await Promise.all([
      readUntil(server, end),
      ...attacks.map((attack) => suffer(server, provider.url, attack, end)),
    ]).then(([first, ...rest]) => [first, rest.reduce((sum, one) => sum + one, 0)] as const)
    const peakMib = memory.stop()
    return [
      { group, name: 'turns under attack', unit: '', ours: turns },
      { group, name: 'failed requests of others', unit: '', ours: reads.failed, threshold: { atMost: 0 } },
      {
        group,
        name: 'requests of others, p99',
        unit: 'ms',
        ours: quantile(reads.durations, 0.99),
        threshold: { atMost: 100 },
      },
      { group, name: 'memory, peak', unit: 'MiB', ours: peakMib, threshold: { atMost: 300 } },
    ]
  } finally {
    await Promise.all([server.stop(), provider.stop()])
  }
}

interface Reads {
  readonly durations: readonly number[]
  readonly failed: number
}

/** The page of a session, again and again. */
async function readUntil(server: GamebookServer, end: number): Promise<Reads> {
  const id = await server.createSession()
  const durations: number[] = []
  let failed = 0
  while (now() < end) {
    const start = now()
    await request(`${server.url}/api/sessions/${id}`).catch(() => (failed += 1))
    durations.push((now() - start) / 1000)
    await sleep(PAUSE_MS)
  }
  return { durations, failed }
}

/** Plays turns with a model that attacks, and returns their number. */
async function suffer(server: GamebookServer, providerUrl: string, modelName: string, end: number): Promise<number> {
  const id = await server.createSession(await server.createModel(providerUrl, modelName))
  const session = `${server.url}/api/sessions/${id}`
  let turns = 0
  while (now() < end) {
    await request(`${session}/messages`, { method: 'POST', body: { text: 'I go on.' } }).catch(() => sleep(500))
    turns += 1
    await sleep(PATIENCE_MS)
    await request(`${session}/stop`, { method: 'POST' }).catch(() => undefined)
  }
  return turns
}
