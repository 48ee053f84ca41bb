import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { type Database, openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { loadRequestTexts } from '../../src/db/models/requestBlocks.ts'
import { removeRequestTexts } from '../../src/db/models/requestExpiry.ts'
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
    const alone = <Result>(_session: string, work: () => Promise<Result>): Promise<Result> => work()

    await removeRequestTexts(db, { alone }, '2026-11-04')

    expect(await loadRequestTexts(db, '01a0-3')).toBeNull()
    expect(await loadRequestTexts(db, '01a0-4')).toEqual(['{"turn":2}'])
    expect(await store.findNext(session)).toBe(3)
  })
})
