import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { App } from '../lib/app.ts'
import { now, sleep } from '../lib/clock.ts'
import type { Metric } from '../lib/metric.ts'
import { serverEnvironment } from '../lib/gamebookServer.ts'
import { residentMemory } from '../lib/residentMemory.ts'
import { median } from '../lib/quantile.ts'
import { request } from '../lib/request.ts'
import { createTemporaryFolder } from '../lib/temporaryFolder.ts'

const RUNS = 5
const REST_MS = 5000
const POLL_EVERY_MS = 5
const TIMEOUT_MS = 20_000
const group = 'Start'

/** Starts on an existing database; the first run only creates it. */
export async function startTime(app: App): Promise<Metric[]> {
  const folder = createTemporaryFolder()
  const runs: Run[] = []
  for (let run = 0; run <= RUNS; run += 1) runs.push(await startOnce(app, folder.path, run === 0 ? 0 : REST_MS))
  folder.remove()
  const counted = runs.slice(1)
  const readyMs = median(counted.map((run) => run.readyMs))
  const restMib = median(counted.map((run) => run.restMib))
  return [
    { group, name: 'process start to first response', unit: 'ms', ours: readyMs, threshold: { atMost: 350 } },
    { group, name: 'memory at rest', unit: 'MiB', ours: restMib, threshold: { atMost: 95 } },
  ]
}

interface Run {
  readonly readyMs: number
  readonly restMib: number
}

async function startOnce(app: App, dataFolder: string, restMs: number): Promise<Run> {
  const port = await freePort()
  const start = now()
  const env = { ...process.env, NODE_ENV: 'production', ...serverEnvironment(dataFolder, port) }
  const child = spawn(process.execPath, app.command, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  while (!(await isReady(`http://127.0.0.1:${port}/api/health`))) {
    if (now() - start > TIMEOUT_MS * 1000) throw new Error('The server did not respond.')
    await sleep(POLL_EVERY_MS)
  }
  const readyMs = (now() - start) / 1000
  await sleep(restMs)
  const restMib = residentMemory(child.pid ?? 0)
  child.kill()
  await ended
  return { readyMs, restMib }
}

const isReady = (url: string): Promise<boolean> =>
  request(url).then(
    () => true,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return address && typeof address === 'object' ? address.port : 0
}
