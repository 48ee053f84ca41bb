import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEchoProvider } from '../../backend/tests/support/fuzz/echoProvider.ts'
import { type FuzzResult, runFuzz } from '../../backend/tests/support/fuzz/runFuzz.ts'
import { startPostgres } from '../../backend/tests/support/postgres/startPostgres.ts'
import type { App } from '../lib/app.ts'
import { serverEnvironment } from '../lib/gamebookServer.ts'
import type { Metric } from '../lib/metric.ts'
import { startProgram } from '../lib/startProgram.ts'

const REQUESTS = 20_000
const SEED = 20_260_102
/** Below the limit of the server for one address, 6000 per minute. */
const REQUESTS_PER_SECOND = 90

/** Sends hostile requests to the built server, on SQLite and on PostgreSQL. */
export async function fuzz(app: App): Promise<Metric[]> {
  const sqlite = await fuzzServer(app, 'SQLite', {})
  const postgres = await startPostgres()
  try {
    return [...sqlite, ...(await fuzzServer(app, 'PostgreSQL', { DATABASE_URL: `${postgres.url}/postgres` }))]
  } finally {
    await postgres.close()
  }
}

async function fuzzServer(app: App, database: string, settings: NodeJS.ProcessEnv): Promise<Metric[]> {
  const folder = await mkdtemp(join(tmpdir(), 'llm-gamebook-fuzz-'))
  const provider = await startEchoProvider()
  const server = await startProgram(app.command, {
    ...serverEnvironment(folder, 0),
    ...settings,
    LOG_LEVEL: 'silent',
  })
  try {
    const result = await runFuzz({
      address: server.url,
      providerUrl: provider.url,
      requests: REQUESTS,
      seed: SEED,
      requestsPerSecond: REQUESTS_PER_SECOND,
    })
    for (const found of [...result.faults, ...result.leaks, ...result.hangs]) process.stderr.write(`${found}\n`)
    return toMetrics(`Hostile requests, ${database}`, result, await isHealthy(server.url))
  } finally {
    await server.stop()
    provider.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function toMetrics(group: string, result: FuzzResult, isAlive: boolean): Metric[] {
  const { statuses, faults, documentedFaults, leaks, hangs } = result
  const none = { atMost: 0 }
  const count = (from: number, below: number): number =>
    Object.entries(statuses).reduce((sum, [status, times]) => sum + (isIn(Number(status), from, below) ? times : 0), 0)
  return [
    { group, name: 'requests', unit: '', ours: REQUESTS },
    { group, name: 'accepted', unit: '', ours: count(200, 400) },
    { group, name: 'refused', unit: '', ours: count(400, 500) },
    { group, name: 'closed without a response', unit: '', ours: count(0, 1) },
    { group, name: 'faults of the server (5xx)', unit: '', ours: faults.length, threshold: none },
    { group, name: 'documented faults of others (502, 503)', unit: '', ours: documentedFaults },
    { group, name: 'responses with the API key', unit: '', ours: leaks.length, threshold: none },
    { group, name: 'no response in 10 s', unit: '', ours: hangs.length, threshold: none },
    { group, name: 'process alive and healthy', unit: '', ours: Number(isAlive), threshold: { atLeast: 1 } },
  ]
}

const isIn = (status: number, from: number, below: number): boolean => status >= from && status < below

async function isHealthy(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/health`).catch(() => null)
  return answer?.status === 200
}
