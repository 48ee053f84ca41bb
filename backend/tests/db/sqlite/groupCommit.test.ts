import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { CompiledQuery, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase, type Database } from '../../../src/db/database.ts'
import { runTogether } from '../../../src/db/runTogether.ts'
import { errorCodes } from '../../../src/errorCodes.ts'
import { makeFolder } from '../../support/gamebookFolder.ts'
import { countCommits } from '../../support/writer/countCommits.ts'

async function open() {
  const file = join(await makeFolder(), 'test.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file })
  onTestFinished(() => db.destroy())
  await sql`create table word (id integer primary key, text text not null)`.execute(db)
  return { db, file }
}

const insert = (text: string | null, id: number | null = null): CompiledQuery =>
  CompiledQuery.raw('insert into word (id, text) values (?, ?)', [id, text])

async function words(db: Database): Promise<readonly unknown[]> {
  const { rows } = await sql<{ text: string }>`select text from word order by id`.execute(db)
  return rows.map(({ text }) => text)
}

const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index))

const outcomes = async (promises: readonly Promise<unknown>[]): Promise<readonly unknown[]> =>
  (await Promise.allSettled(promises)).map((one) => (one.status === 'fulfilled' ? 'stored' : errorCodes(one.reason)[0]))

describe('writes to an SQLite file', () => {
  it('share one commit if they arrive while another one is written, and keep their order', async () => {
    const { db, file } = await open()
    const before = await countCommits(file)
    await Promise.all(numbers(50).map((text) => runTogether(db, [insert(text)])))
    expect((await countCommits(file)) - before).toBe(2)
    expect(await words(db)).toEqual(numbers(50))
  })

  it('are read by whoever asks after they were acknowledged', async () => {
    const { db } = await open()
    for (const text of numbers(20)) {
      await runTogether(db, [insert(text)])
      expect((await words(db)).at(-1)).toBe(text)
    }
  })

  it('fail alone: a batch with a statement that fails stores nothing, and its neighbors everything', async () => {
    const { db } = await open()
    const batches = [[insert('a')], [insert('b')], [insert('c'), insert(null)], [insert('d')], [insert('e')]]
    expect(await outcomes(batches.map((batch) => runTogether(db, batch)))).toEqual([
      'stored',
      'stored',
      'SQLITE_CONSTRAINT_NOTNULL',
      'stored',
      'stored',
    ])
    expect(await words(db)).toEqual(['a', 'b', 'd', 'e'])
  })

  it('fail alone on a full disk, which ends the transaction of all', async () => {
    const { db } = await open()
    await sql`pragma max_page_count = 1`.execute(db)
    const texts = ['a', 'b', 'c'.repeat(100_000), 'd', 'e']
    expect(await outcomes(texts.map((text) => runTogether(db, [insert(text)])))).toEqual([
      'stored',
      'stored',
      'SQLITE_FULL',
      'stored',
      'stored',
    ])
    expect(await words(db)).toEqual(['a', 'b', 'd', 'e'])
  })

  it('wait for a transaction that began before them, and not for one that begins later', async () => {
    const { db } = await open()
    await Promise.all([
      db.transaction().execute(async (inside) => {
        await runTogether(inside, [insert('a'), insert('b')])
        expect(await words(inside)).toEqual(['a', 'b'])
        expect(await words(db)).toEqual([])
      }),
      runTogether(db, [insert('c')]),
      db.transaction().execute((inside) => runTogether(inside, [insert('d')])),
    ])
    expect(await words(db)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('say how many rows they changed, and return rows', async () => {
    const { db } = await open()
    const table = db.$extendTables<{ word: { id: number; text: string } }>()
    expect(await table.insertInto('word').values({ id: 7, text: 'a' }).returning('id').execute()).toEqual([{ id: 7 }])
    expect(await table.updateTable('word').set({ text: 'b' }).execute()).toMatchObject([{ numUpdatedRows: 1n }])
    expect(await table.deleteFrom('word').where('id', '=', 8).execute()).toMatchObject([{ numDeletedRows: 0n }])
  })

  it('are all stored before the database is closed', async () => {
    const { db, file } = await open()
    const stored = Promise.all(numbers(100).map((text) => runTogether(db, [insert(text)])))
    await setImmediate()
    await db.destroy()
    await stored
    const again = await openDatabase({ kind: 'sqlite', file })
    onTestFinished(() => again.destroy())
    expect(await words(again)).toEqual(numbers(100))
  })
})
