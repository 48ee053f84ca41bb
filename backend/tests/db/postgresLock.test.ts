import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { errorCodes } from '../../src/errorCodes.ts'
import { type DatabaseLock, lockPostgres } from '../../src/db/postgresLock.ts'
import { startPostgres } from '../support/postgres/startPostgres.ts'
import { createPostgresDatabase } from '../support/testDb.ts'

async function lock(url: string): Promise<DatabaseLock> {
  const held = await lockPostgres(url, 0)
  if (held === null) throw new Error('Another one holds the lock.')
  onTestFinished(() => held.release())
  return held
}

/** Closes the connection that holds the lock. */
async function endHolder(url: string): Promise<void> {
  const db = await openDatabase({ kind: 'postgres', url })
  await sql`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
    where l.locktype = 'advisory' and l.granted and d.datname = current_database()`.execute(db)
  await db.destroy()
}

const codeOf = (work: Promise<void>) =>
  work.then(
    () => 'held',
    (error: unknown) => errorCodes(error)[0],
  )

describe('the lock of a PostgreSQL database', () => {
  it('is held by one at a time, for each database', async () => {
    const url = await createPostgresDatabase()
    const first = await lock(url)
    await first.confirm()
    expect(await lockPostgres(url, 0)).toBeNull()
    await lock(await createPostgresDatabase())
    await first.release()
    await lock(url)
  })

  it('is waited for while its holder stops', async () => {
    const url = await createPostgresDatabase()
    const first = await lock(url)
    void setTimeout(300).then(() => first.release())
    const second = await lockPostgres(url, 10_000)
    expect(second).not.toBeNull()
    await second?.release()
  })

  it('is taken again when its connection is closed', async () => {
    const url = await createPostgresDatabase()
    const first = await lock(url)
    await endHolder(url)
    await setTimeout(100)
    expect(await codeOf(first.confirm())).toBe('held')
    expect(await lockPostgres(url, 0)).toBeNull()
  })

  it('stays with the one that took it while the connection was lost', async () => {
    const url = await createPostgresDatabase()
    const first = await lock(url)
    const db = await openDatabase({ kind: 'postgres', url })
    onTestFinished(() => db.destroy())
    await db.connection().execute(async (other) => {
      // PostgreSQL gives the lock to the one that waits for it, before anyone can take it again.
      const keys = sql`hashtext('llm-gamebook'), hashtext(current_schema())`
      const waiting = sql`select pg_advisory_lock(${keys})`.execute(other)
      await setTimeout(100)
      await endHolder(url)
      await waiting
      await first.taken
    })
    expect(await codeOf(first.confirm())).toBe('database-taken')
    await db.destroy()
    expect(await codeOf(first.confirm())).toBe('database-taken')
  })

  it('is taken again after PostgreSQL has started again, and nothing passes without it', async () => {
    const server = await startPostgres()
    onTestFinished(() => server.close())
    const first = await lock(`${server.url}/postgres`)
    await server.stop()
    await setTimeout(50)
    const confirmed = codeOf(first.confirm())
    await server.start()
    expect(await confirmed).toBe('held')
    await server.stop()
    await setTimeout(50)
    expect(await codeOf(first.confirm())).toBe('08006')
  })
})
