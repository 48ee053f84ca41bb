import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { migrations } from '../../src/db/migrations/index.ts'
import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { SessionDetail, SessionList } from '../../src/web/schemas/session.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { UPGRADES, writeHalfMigrated } from '../support/halfMigrated.ts'
import { startServerProcess } from '../support/serverProcess.ts'

const STORED = join(import.meta.dirname, '../fixtures/data-0.1')
const KILLER = join(import.meta.dirname, '../support/killItself.ts')
const RECORD = 'insert into "kysely_migration"'
const STEPS = [...migrations.keys()]

/** A data folder as version 0.1.0 left it at this point. */
async function makeData(name: string): Promise<string> {
  const folder = await makeFolder()
  const upgrade = UPGRADES.find((one) => one.name === name)
  if (upgrade === undefined) throw new Error(`There is no upgrade "${name}".`)
  if (upgrade.before.length === 0) return folder
  await cp(STORED, folder, { recursive: true, filter: (path) => !path.endsWith('.sqlite') })
  writeHalfMigrated(join(folder, 'llm-gamebook.sqlite'), upgrade, 0)
  return folder
}

async function startAndKill(folder: string, before: string): Promise<void> {
  const settings = { LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', KILL_BEFORE: before }
  const server = startServerProcess({ ...settings, NODE_OPTIONS: `--import ${KILLER}` })
  await server.ended
  expect(server.child.signalCode).toBe('SIGKILL')
}

/** Starts the server again and reads all that it has. */
async function startAndRead(folder: string) {
  const server = await startServer(
    readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' }),
  )
  onTestFinished(() => server.close())
  const get = async (path: string): Promise<unknown> => (await fetch(`${server.address}/api${path}`)).json()
  const { data } = SessionList.parse(await get('/sessions'))
  const sessions = await Promise.all(data.map(async ({ id }) => SessionDetail.parse(await get(`/sessions/${id}`))))
  const { data: models } = z
    .object({ data: z.array(z.object({ name: z.string() })) })
    .parse(await get('/model-configs'))
  const db = new Sqlite(join(folder, 'llm-gamebook.sqlite'), { readonly: true })
  onTestFinished(() => void db.close())
  return {
    models: models.map(({ name }) => name).sort(),
    sessions: sessions.map(({ title, messages }) => `${title}: ${messages.length}`).sort(),
    messages: db.prepare('select count(*) from message').pluck().get(),
    integrity: db.pragma('integrity_check', { simple: true }),
    applied: db.prepare('select name from kysely_migration order by name').pluck().all(),
    copies: (await readdir(folder)).filter((name) => name.includes('.before-') || name.endsWith('.tmp')),
  }
}

const kept = {
  'a first start': { models: ['Built-in narrator'], sessions: [], messages: 0 },
  'an upgrade from 0001': {
    models: ['Built-in narrator', 'Night Quill', 'The house narrator'],
    sessions: ['First climb: 13', 'The other branch: 3'],
    messages: 18,
  },
}

/** Before the record of each step, before a commit, and while the file is copied and rewritten. */
const kills = [
  ...STEPS.map((_step, index) => ['a first start', `${index + 1} ${RECORD}`] as const),
  ['a first start', '2 commit'] as const,
  ...STEPS.slice(1).map((_step, index) => ['an upgrade from 0001', `${index + 1} ${RECORD}`] as const),
  ['an upgrade from 0001', '1 vacuum into'] as const,
  ['an upgrade from 0001', '1 rename '] as const,
  ['an upgrade from 0001', '2 vacuum'] as const,
]

describe('a server that is killed', { timeout: 120_000 }, () => {
  it.each(kills)('in %s before "%s" starts again with all data', async (name, before) => {
    const folder = await makeData(name)
    await startAndKill(folder, before)
    expect(await startAndRead(folder)).toEqual({ ...kept[name], integrity: 'ok', applied: STEPS, copies: [] })
  })
})
