import { sql } from 'kysely'
import { describe, expect, it, onTestFinished, vi } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { openEvents } from '../support/eventStream.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { GARDEN } from '../support/garden.ts'
import { textOf } from '../support/play.ts'
import { type PostgresServer, startPostgres } from '../support/postgres/startPostgres.ts'
import { type ServerProcess, startServerProcess } from '../support/serverProcess.ts'

// The built-in narrator tells the description word by word, which takes some seconds.
const LONG = 'One two three four five six seven eight nine ten. '.repeat(60)

interface Running {
  readonly postgres: PostgresServer
  readonly settings: NodeJS.ProcessEnv
  readonly server: ServerProcess
  readonly address: string
}

async function start(): Promise<Running> {
  const postgres = await startPostgres()
  onTestFinished(() => postgres.close())
  const settings = { ...(await folderSettings()), DATABASE_URL: `${postgres.url}/postgres` }
  const server = startServerProcess(settings)
  return { postgres, settings, server, address: await server.ready }
}

async function folderSettings(): Promise<NodeJS.ProcessEnv> {
  const folder = await makeFolder()
  const source = GARDEN.replace('Wet grass, a forgotten ball.', LONG)
  await addFiles(folder, { 'gamebooks/test/garden/llm-gamebook.yaml': source })
  return { LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0' }
}

async function startStory({ address }: Running): Promise<SessionDetail> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ gamebookId: 'test/garden' })
  return SessionDetail.parse(await (await fetch(`${address}/api/sessions`, { method: 'POST', headers, body })).json())
}

/** Starts a story and waits for some words of its opening. */
async function hearSomeWords(running: Running): Promise<SessionDetail> {
  const session = await startStory(running)
  const stream = await openEvents(running.address, session.id)
  await stream.next(() => stream.events.filter(({ type }) => type === 'part-delta').length >= 30)
  stream.close()
  return session
}

async function endConnections({ postgres }: Running): Promise<void> {
  const db = await openDatabase({ kind: 'postgres', url: `${postgres.url}/postgres` })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(db)
  await db.destroy()
}

/** The answer when it has ended. A request that finds the database away is sent again. */
async function lastAnswer({ address }: Running, { id }: SessionDetail) {
  for (;;) {
    const response = await fetch(`${address}/api/sessions/${id}`)
    if (response.status !== 503) {
      const answer = SessionDetail.parse(await response.json()).messages.at(-1)
      if (answer !== undefined && answer.status !== 'streaming') return answer
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const failToStart = async (settings: NodeJS.ProcessEnv): Promise<string> => {
  const { code, out, errors } = await startServerProcess(settings).ended
  expect([code, out]).toEqual([1, ''])
  return errors.trim()
}

describe('a server with PostgreSQL', { timeout: 120_000 }, () => {
  it('keeps a second server off its database, until it was killed', async () => {
    const running = await start()
    const session = await hearSomeWords(running)
    const other = { ...running.settings, ...(await folderSettings()) }
    const refusal = await failToStart(other)
    expect(refusal.split('\n')).toHaveLength(1)
    expect(refusal).toMatch(/already running with the PostgreSQL database postgres at 127.* DATABASE_URL/)
    expect(textOf(await lastAnswer(running, session))).toContain(LONG.trim())

    running.server.child.kill('SIGKILL')
    await running.server.ended
    const second = startServerProcess(other)
    expect((await fetch(`${await second.ready}/api/sessions/${session.id}`)).status).toBe(200)
  })

  it('loses nothing of an answer when all its connections are closed, and keeps its lock', async () => {
    const running = await start()
    const session = await hearSomeWords(running)
    await endConnections(running)
    const answer = await lastAnswer(running, session)
    expect(answer).toMatchObject({ status: 'done', error: null })
    expect(textOf(answer)).toContain(LONG.trim())
    expect(await failToStart({ ...running.settings, ...(await folderSettings()) })).toContain('already running')
  })

  it('says that its database is missing while PostgreSQL is stopped, and goes on when it has started', async () => {
    const running = await start()
    const session = await startStory(running)
    await lastAnswer(running, session)
    await running.postgres.stop()
    const refused = await fetch(`${running.address}/api/sessions/${session.id}`)
    expect([refused.status, await refused.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'database-unreachable', hint: expect.stringContaining('PostgreSQL') }),
    ])
    await running.postgres.start()
    const path = `${running.address}/api/sessions/${session.id}/restart`
    const startOver = async () => expect((await fetch(path, { method: 'POST' })).status).toBe(200)
    await vi.waitFor(startOver, { timeout: 60_000, interval: 200 })
    expect(await lastAnswer(running, session)).toMatchObject({ status: 'done' })
  })

  it('keeps the answer that arrives while PostgreSQL starts again', async () => {
    const running = await start()
    const session = await hearSomeWords(running)
    await running.postgres.stop()
    await running.postgres.start()
    const answer = await lastAnswer(running, session)
    expect(textOf(answer)).toContain(LONG.trim())
    expect(answer.status).toBe('done')
  })
})
