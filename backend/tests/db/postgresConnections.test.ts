import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import { type Database, openDatabase } from '../../src/db/database.ts'
import { insertSession } from '../../src/db/models/session.ts'
import { storageProblem } from '../../src/web/problems/storageProblem.ts'
import { addSession, NOW } from '../support/messages.ts'
import { startPostgres } from '../support/postgres/startPostgres.ts'
import { createPostgresDatabase } from '../support/testDb.ts'

async function open(maxStatementMs?: number): Promise<{ readonly db: Database; endConnections(): Promise<void> }> {
  const url = await createPostgresDatabase()
  const db = await openDatabase({ kind: 'postgres', url, ...(maxStatementMs !== undefined && { maxStatementMs }) })
  const other = await openDatabase({ kind: 'postgres', url })
  onTestFinished(async () => {
    await db.destroy()
    await other.destroy()
  })
  return {
    db,
    async endConnections() {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(other)
      await setTimeout(50)
    },
  }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => storageProblem(error)?.code ?? error,
  )

const pid = async (db: Database) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid

describe('a connection that PostgreSQL closes', () => {
  it('is replaced if it was idle', async () => {
    const { db, endConnections } = await open()
    const first = await pid(db)
    await endConnections()
    expect(await pid(db)).not.toBe(first)
  })

  it('fails its transaction, stores nothing of it, and is replaced', async () => {
    const { db, endConnections } = await open()
    const { id, ...session } = await addSession(db)
    const work = db.transaction().execute(async (transaction) => {
      await insertSession(transaction, { id: 'lost', ...session })
      await endConnections()
      await insertSession(transaction, { id: 'never', ...session })
    })
    expect(await codeOf(work)).toBe('database-unreachable')
    expect(await db.selectFrom('session').select('id').execute()).toEqual([{ id }])
  })

  it('fails a transaction that only has to be committed', async () => {
    const { db, endConnections } = await open()
    const { id } = await addSession(db)
    const work = db.transaction().execute(async (transaction) => {
      await transaction.updateTable('session').set({ title: 'Lost', updatedAt: NOW }).execute()
      await endConnections()
    })
    expect(await codeOf(work)).toBe('database-unreachable')
    expect(await db.selectFrom('session').select(['id', 'title']).execute()).toEqual([{ id, title: 'The Garden Gate' }])
  })

  it('fails the statement that runs, and no other', async () => {
    const { db, endConnections } = await open()
    const work = Array.from({ length: 5 }, () => codeOf(sql`select pg_sleep(20)`.execute(db)))
    await setTimeout(300)
    await endConnections()
    expect(new Set(await Promise.all(work))).toEqual(new Set(['database-unreachable']))
    expect(await codeOf(pid(db))).toBe('done')
  })
})

describe('what takes too long', () => {
  it('ends: a statement', async () => {
    const { db } = await open(200)
    expect(await codeOf(sql`select pg_sleep(20)`.execute(db))).toBe('database-busy')
    expect(await codeOf(pid(db))).toBe('done')
  })

  it('ends: the wait for a connection, while all of them are in use', { timeout: 60_000 }, async () => {
    const { db } = await open()
    const done = Promise.withResolvers<void>()
    const users = Array.from({ length: 10 }, () => db.connection().execute(() => done.promise))
    await setTimeout(500)
    expect(await codeOf(pid(db))).toBe('database-unreachable')
    done.resolve()
    await Promise.all(users)
    expect(await codeOf(pid(db))).toBe('done')
  })
})

describe('a server of PostgreSQL that stops', () => {
  it('fails what needs it, and nothing once it has started again', async () => {
    const server = await startPostgres()
    onTestFinished(() => server.close())
    const db = await openDatabase({ kind: 'postgres', url: `${server.url}/postgres` })
    onTestFinished(() => db.destroy())
    const waiting = codeOf(sql`select pg_sleep(20)`.execute(db))
    await pid(db)
    await server.stop()
    expect(await waiting).toBe('database-unreachable')
    expect(await codeOf(pid(db))).toBe('database-unreachable')
    await server.start()
    expect(await codeOf(pid(db))).toBe('done')
  })
})
