import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Database } from '../../src/db/database.ts'
import { insertMessages } from '../../src/db/models/messageQueries.ts'
import { updateSessionRow, type Session } from '../../src/db/models/session.ts'
import { runTogether } from '../../src/db/runTogether.ts'
import { cacheReads } from '../../src/db/writes/cacheReads.ts'
import { gate } from '../support/fakeModel.ts'
import { addSession, makeMessage } from '../support/messages.ts'
import { DATABASES, type DatabaseKind, openTestDatabase } from '../support/testDb.ts'

/** Two sessions, and a cache of titles that counts its reads. */
async function openTitles(kind: DatabaseKind) {
  const db = await openTestDatabase(kind)
  onTestFinished(() => db.destroy())
  const [first, second] = [await addSession(db), await addSession(db)]
  const cache = cacheReads<string>(db, { tables: ['model_config'], rowsOf: 'session' })
  let reads = 0
  const readTitle = async (id: string): Promise<string> => {
    reads += 1
    return (await db.selectFrom('session').select('title').where('id', '=', id).executeTakeFirstOrThrow()).title
  }
  return {
    db,
    first,
    second,
    cache,
    title: ({ id }: Session) => cache.get(id, () => readTitle(id)),
    reads: () => reads,
  }
}

const rename = (db: Database, { id }: Session, title: string): Promise<void> => updateSessionRow(db, id, { title })

describe.each(DATABASES)('a cached read in %s', (kind) => {
  it('is repeated after a change of its row, of a table that it depends on, or of anything', async () => {
    const { db, first, second, title, reads } = await openTitles(kind)
    await title(first)
    await rename(db, second, 'Elsewhere')
    expect([await title(first), reads()]).toEqual(['The Garden Gate', 1])
    await rename(db, first, 'The Orchard')
    expect([await title(first), reads()]).toEqual(['The Orchard', 2])
    await db.updateTable('modelConfig').set({ position: 1 }).execute()
    await title(first)
    expect(reads()).toBe(3)
    await db.updateTable('session').set({ title: 'All alike' }).execute()
    expect([await title(first), reads()]).toEqual(['All alike', 4])
    await sql`update session set title = 'By hand'`.execute(db)
    expect([await title(first), reads()]).toEqual(['By hand', 5])
  })

  it('is repeated after a transaction that changed it, when that is committed', async () => {
    const { db, first, title, reads } = await openTitles(kind)
    await title(first)
    await db.transaction().execute(async (transaction) => {
      await rename(transaction, first, 'The Orchard')
      expect([await title(first), reads()]).toEqual(['The Garden Gate', 1])
    })
    expect([await title(first), reads()]).toEqual(['The Orchard', 2])
    const undone = db.transaction().execute(async (transaction) => {
      await rename(transaction, first, 'Never stored')
      throw new Error('Undone.')
    })
    await expect(undone).rejects.toThrow('Undone.')
    expect([await title(first), reads()]).toEqual(['The Orchard', 2])
  })

  it('is repeated after a batch that changed it, also with other values than it was built with', async () => {
    const { db, first, second, title } = await openTitles(kind)
    expect([await title(first), await title(second)]).toEqual(['The Garden Gate', 'The Garden Gate'])
    const built = db.updateTable('session').set({ title: 'The Orchard' }).where('id', '=', first.id).compile()
    await runTogether(db, [{ ...built, parameters: ['Elsewhere', second.id] }])
    expect([await title(first), await title(second)]).toEqual(['The Garden Gate', 'Elsewhere'])
  })

  it('is repeated after a change of a row that the statement does not name by its id', async () => {
    const { db, first, title } = await openTitles(kind)
    const message = makeMessage(first, null, { id: first.id })
    await insertMessages(db, [message])
    await updateSessionRow(db, first.id, { headId: message.id })
    await title(first)
    await db.updateTable('session').set({ title: 'The Orchard' }).whereRef('id', '=', 'headId').execute()
    expect(await title(first)).toBe('The Orchard')
  })

  it('is not kept if the change is stored while it is read', async () => {
    const { db, first, cache, title } = await openTitles(kind)
    const hold = gate()
    const old = cache.get(first.id, async () => {
      await hold.opened
      return 'Read before the change'
    })
    await rename(db, first, 'The Orchard')
    hold.open()
    await old
    expect(await title(first)).toBe('The Orchard')
  })

  it('is repeated every time after a write that failed, until one succeeds', async () => {
    const { db, first, second, title, reads } = await openTitles(kind)
    await title(first)
    await expect(db.insertInto('session').values(first).execute()).rejects.toThrow()
    await title(first)
    await title(first)
    expect(reads()).toBe(3)
    await rename(db, second, 'Elsewhere')
    await title(first)
    await title(first)
    expect(reads()).toBe(4)
  })

  it('is not kept if it failed', async () => {
    const { first, cache, title } = await openTitles(kind)
    await expect(cache.get(first.id, () => Promise.reject(new Error('Unreachable.')))).rejects.toThrow('Unreachable.')
    expect(await title(first)).toBe('The Garden Gate')
  })
})
