import { randomBytes } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { insertMessages } from '../../src/db/models/messageQueries.ts'
import { readConfig } from '../../src/start/config.ts'
import { startServer } from '../../src/start/startServer.ts'
import { addFiles, makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession, makeMessage } from '../support/messages.ts'

async function start(folder: string): Promise<string> {
  const server = await startServer(
    readConfig({ LLM_GAMEBOOK_DATA_DIR: folder, LLM_GAMEBOOK_PORT: '0', LOG_LEVEL: 'silent' }),
  )
  onTestFinished(() => server.close())
  return server.address
}

/** A data folder whose messages are on damaged pages. Returns the id of their session. */
async function makeDamagedData() {
  const folder = await makeFolder()
  const file = join(folder, 'llm-gamebook.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file })
  await migrate(db, { keyCipher })
  const session = await addSession(db)
  const text = (): string => randomBytes(4000).toString('base64')
  const messages = Array.from({ length: 40 }, () =>
    makeMessage(session, null, { parts: [{ id: 'part-1', type: 'text', text: text() }] }),
  )
  await insertMessages(db, messages)
  await db
    .updateTable('session')
    .set({ headId: messages.at(-1)?.id ?? '' })
    .execute()
  await db.destroy()
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  const length = Math.floor(size / 2)
  await handle.write(Buffer.alloc(length, 0xab), 0, length, size - length)
  await handle.close()
  return { folder, sessionId: session.id }
}

const Health = z.object({ status: z.string(), database: z.string(), hint: z.string().optional() })

const readHealth = async (address: string) => {
  const response = await fetch(`${address}/api/health`)
  return { status: response.status, body: Health.parse(await response.json()) }
}

describe('a server with a damaged database', () => {
  it('says so in its health, with what to do and without paths', async () => {
    const { folder } = await makeDamagedData()
    const address = await start(folder)
    await vi.waitFor(async () => expect((await readHealth(address)).body.database).toBe('damaged'), 20_000)
    const { status, body } = await readHealth(address)
    expect(status).toBe(503)
    expect(body).toMatchObject({ status: 'degraded', hint: expect.stringContaining('npm run restore') })
    expect(JSON.stringify(body)).not.toContain(folder)
    expect(await readdir(join(folder, 'backups'))).toEqual([])
  })

  it('refuses a request that needs a damaged page with its own code', async () => {
    const { folder, sessionId } = await makeDamagedData()
    const response = await fetch(`${await start(folder)}/api/sessions/${sessionId}`)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      code: 'database-damaged',
      hint: expect.stringContaining('npm run restore'),
    })
  })
})

describe('a server that starts', () => {
  it('makes a backup, and removes drafts that a killed one left behind', async () => {
    const folder = await makeFolder()
    const drafts = [
      'llm-gamebook.sqlite.before-0003-connection-tests.tmp',
      'llm-gamebook.sqlite.restored.tmp',
      'secret.0f0f.tmp',
      'backups/llm-gamebook-2026-11-01.sqlite.tmp',
      'backups/llm-gamebook-2026-11-01.sqlite.tmp-journal',
      'gamebooks/you/bakery/llm-gamebook.yaml.0f0f.tmp',
    ]
    const own = ['gamebooks/you/bakery/notes.tmp', 'notes.tmp']
    await addFiles(folder, Object.fromEntries([...drafts, ...own].map((path) => [path, 'half'])))
    await start(folder)
    const files = await readdir(folder, { recursive: true })
    expect(files).toEqual(expect.arrayContaining(own))
    expect(files.filter((path) => drafts.includes(path))).toEqual([])
    await vi.waitFor(async () => {
      expect(await readdir(join(folder, 'backups'))).toEqual([
        expect.stringMatching(/^llm-gamebook-\d{4}-\d\d-\d\d\.sqlite$/),
      ])
    }, 20_000)
  })
})
