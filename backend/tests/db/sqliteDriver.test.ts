import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'

import { findSession, updateSessionRow } from '../../src/db/models/session.ts'
import { gate } from '../support/fakeModel.ts'
import { addSession } from '../support/messages.ts'
import { openTestDatabase } from '../support/testDb.ts'

async function open() {
  const db = await openTestDatabase()
  onTestFinished(() => db.destroy())
  return { db, ...(await addSession(db)) }
}

describe('a transaction', () => {
  it('is not seen by other statements before it has ended', async () => {
    const { db, id } = await open()
    const [changed, end] = [gate(), gate()]
    const transaction = db.transaction().execute(async (inside) => {
      await updateSessionRow(inside, id, { title: 'Changed' })
      changed.open()
      await end.opened
      throw new Error('Changed my mind.')
    })
    await changed.opened
    let title: string | undefined
    const read = findSession(db, id).then((session) => (title = session?.title))
    await setImmediate()
    expect(title).toBeUndefined()
    end.open()
    await expect(transaction).rejects.toThrow('Changed my mind.')
    expect(await read).not.toBe('Changed')
  })

  it('waits for an earlier one', async () => {
    const { db, id } = await open()
    const order: string[] = []
    const change = (title: string) =>
      db.transaction().execute(async (inside) => {
        order.push(`${title} begins`)
        await updateSessionRow(inside, id, { title })
        await setImmediate()
        order.push(`${title} ends`)
      })
    await Promise.all([change('first'), change('second'), change('third')])
    expect(order).toEqual(['first', 'second', 'third'].flatMap((title) => [`${title} begins`, `${title} ends`]))
  })
})
