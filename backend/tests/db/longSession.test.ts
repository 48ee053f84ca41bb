import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createMessagePaths } from '../../src/db/messagePaths.ts'
import { copyPath, listPathIds } from '../../src/db/models/copyPath.ts'
import { insertMessages } from '../../src/db/models/messageQueries.ts'
import { walkUp } from '../../src/db/models/pathSteps.ts'
import { countMessages } from '../../src/db/models/messageTree.ts'
import { deleteSessionRow, findSession } from '../../src/db/models/session.ts'
import type { Message } from '../../src/messages/message.ts'
import { countTurns } from '../support/countTurns.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { addSession, makeMessage } from '../support/messages.ts'

const LENGTH = 1000
/** Turns in which the first slices are read. */
const FIRST_TURNS = 5

async function openLongSession() {
  const db = await openDatabase({ kind: 'sqlite', file: join(await makeFolder(), 'test.sqlite') })
  onTestFinished(() => db.destroy())
  await migrate(db, { keyCipher })
  const session = await addSession(db)
  const messages: Message[] = []
  for (let index = 0; index < LENGTH; index += 1) messages.push(makeMessage(session, messages.at(-1) ?? null))
  return { db, session, messages }
}

describe('a session of a thousand messages', () => {
  it('lets others read while it is copied, read and deleted', async () => {
    const { db, session, messages } = await openLongSession()
    const { id: other } = await addSession(db)
    const read = async () => expect(await findSession(db, other)).toMatchObject({ id: other })
    const copy = db.transaction().execute((all) => insertMessages(all, messages))
    expect(await countTurns(copy, read)).toBeGreaterThan(5)

    const path = createMessagePaths(db).load(session.id, messages.at(-1)?.id ?? '')
    expect(await countTurns(path, read)).toBeGreaterThan(5)
    expect((await path).map(({ id }) => id)).toEqual(messages.map(({ id }) => id))

    expect(await countTurns(deleteSessionRow(db, session.id), read)).toBeGreaterThan(5)
    expect(await countMessages(db, session.id)).toBe(0)
  })

  it('is not copied after it was deleted', async () => {
    const { db, session, messages } = await openLongSession()
    await insertMessages(db, messages)
    const ids = await listPathIds(db, session.id, messages.at(-1)?.id ?? '')
    const copy = await addSession(db)
    await deleteSessionRow(db, session.id)
    expect(await copyPath(db, ids, copy.id, randomUUID)).toBeNull()
    expect(await countMessages(db, copy.id)).toBe(0)
  })

  it('is read by many, one slice after the other', async () => {
    const { db, session, messages } = await openLongSession()
    await insertMessages(db, messages)
    let slices = 0
    const walk = async (): Promise<void> => {
      const steps = walkUp(db, session.id, messages.at(-1)?.id ?? '', { messages: 50, bytes: Number.MAX_SAFE_INTEGER })
      for await (const slice of steps) slices += slice.length / 50
    }
    const perTurn: number[] = []
    await countTurns(Promise.all(Array.from({ length: 10 }, walk)), async () => {
      perTurn.push(slices)
      slices = 0
    })
    expect(Math.max(...perTurn.slice(FIRST_TURNS))).toBeLessThan(4)
  })

  it('is deleted whatever the order of its ids', async () => {
    const { db, session, messages } = await openLongSession()
    const ids = messages.map(({ id }) => id).reverse()
    const reversed = messages.map((message, index) => ({
      ...message,
      id: ids[index] ?? '',
      parentId: ids[index - 1] ?? null,
    }))
    await insertMessages(db, reversed)
    await deleteSessionRow(db, session.id)
    expect(await countMessages(db, session.id)).toBe(0)
  })

  it('is not seen half copied', async () => {
    const { db, session, messages } = await openLongSession()
    const sizes = new Set<number>()
    const copy = db.transaction().execute((all) => insertMessages(all, messages))
    await countTurns(copy, async () => sizes.add(await countMessages(db, session.id)))
    expect([...sizes].filter((size) => size !== 0 && size !== LENGTH)).toEqual([])
  })
})
