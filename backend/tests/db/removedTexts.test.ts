import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { loadRequestTexts } from '../../src/db/models/requestBlocks.ts'
import { removeRequestTexts } from '../../src/db/models/requestExpiry.ts'
import { findRequestOwner } from '../../src/db/models/requestOwner.ts'
import { createRequestStore } from '../../src/db/models/requestStore.ts'
import { addPack, streamFrom } from '../../src/requests/blockStream.ts'
import type { StoredRequest } from '../../src/requests/storedRequest.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession } from '../support/messages.ts'
import { openTestDatabase } from '../support/testDb.ts'

/** Writes of a database file run in a thread of their own. */
async function openFile(): Promise<Database> {
  const db = await openDatabase({ kind: 'sqlite', file: join(await makeFolder(), 'test.sqlite') })
  await migrate(db, { keyCipher })
  return db
}

/** Fails without a file. */
const readFiles = async (folder: string): Promise<Buffer> => {
  const names = (await readdir(folder)).filter((name) => name.startsWith('test.sqlite'))
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))))
}

const alone = <Result>(_session: string, work: () => Promise<Result>): Promise<Result> => work()

const OPEN = { 'a SQLite file': openFile, PostgreSQL: () => openTestDatabase('postgres') }

const requestAt = (sessionId: string, turn: number): StoredRequest => ({
  ...{ id: `01a0-${turn}`, sessionId, messageId: null, modelConfigId: null, purpose: 'turn', step: 1 },
  model: { label: 'm', provider: 'ollama', modelName: 'm', host: 'localhost' },
  ...{ baseId: turn === 1 ? null : `01a0-${turn - 1}`, depth: turn - 1, shared: turn - 1, rest: [turn - 1] },
  ...{ blocks: turn, bytes: 10, usage: null, usageNotice: null, cost: null, currency: null, priceSource: null },
  ...{ startedAt: `2026-11-0${turn}`, firstTokenMs: null, durationMs: 5, outcome: 'done', errorCode: null },
})

describe.each(Object.entries(OPEN))('old texts in %s', (_, open) => {
  it('are removed, and newer requests keep theirs', async () => {
    const db = await open()
    onTestFinished(() => db.destroy())
    const { id: session } = await addSession(db)
    const store = createRequestStore(db)
    let stream = streamFrom(0)
    for (const turn of [1, 2, 3]) {
      const added = await addPack(stream, [`{"turn":${turn}}`])
      stream = added.stream
      await store.insert(requestAt(session, turn), added.pack, null)
    }
    await store.insert({ ...requestAt(session, 4), baseId: null, rest: [1] }, null, null)

    await removeRequestTexts(db, { alone }, '2026-11-04')

    expect(await loadRequestTexts(db, '01a0-3')).toBeNull()
    expect(await loadRequestTexts(db, '01a0-4')).toEqual(['{"turn":2}'])
    expect(await store.findNext(session)).toBe(3)
    const packs = await db.selectFrom('blockPack').selectAll().execute()
    await removeRequestTexts(db, { alone }, '2026-11-04')
    expect(await db.selectFrom('blockPack').selectAll().execute()).toEqual(packs)
  })

  it('are removed although texts of another session can not be read', async () => {
    const db = await open()
    onTestFinished(() => db.destroy())
    const store = createRequestStore(db)
    const sessions = [await addSession(db), await addSession(db)]
    for (const [at, { id: session }] of sessions.entries()) {
      const { pack } = await addPack(streamFrom(0), ['{"turn":1}'])
      await store.insert({ ...requestAt(session, 1), id: `01a0-${at}` }, pack, null)
    }
    const ownerId = (await findRequestOwner(db, sessions[0]?.id ?? '')) ?? 0
    const damaged = { bytes: Buffer.from('damaged') }
    await db.updateTable('blockPack').set(damaged).where('ownerId', '=', ownerId).execute()
    expect(await store.findBase(sessions[0]?.id ?? '', 'turn')).toBeNull()

    await removeRequestTexts(db, { alone }, '2026-11-04')

    expect(await db.selectFrom('blockPack').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('sentRequest').select('rest').execute()).toEqual([{ rest: null }, { rest: null }])
  })
})

describe('a removed text', () => {
  it('is no longer in the files of SQLite', async () => {
    const folder = await makeFolder()
    const db = await openDatabase({ kind: 'sqlite', file: join(folder, 'test.sqlite') })
    onTestFinished(() => db.destroy())
    await migrate(db, { keyCipher })
    const { id: session } = await addSession(db)
    const { pack } = await addPack(streamFrom(0), [randomBytes(3000).toString('base64')])
    await createRequestStore(db).insert(requestAt(session, 1), pack, null)
    const bytes = Buffer.from(pack.bytes).subarray(100, 200)
    expect((await readFiles(folder)).includes(bytes)).toBe(true)
    await removeRequestTexts(db, { alone }, '2026-11-04')
    expect((await readFiles(folder)).includes(bytes)).toBe(false)
  })
})
