import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'

import { openTestDatabase } from '../support/testDb.ts'

it('replaces a connection that PostgreSQL closes, without affecting others', async () => {
  const [db, other] = [await openTestDatabase('postgres'), await openTestDatabase('postgres')]
  onTestFinished(async () => {
    await db.destroy()
    await other.destroy()
  })
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(other)
  await setTimeout(50)
  const again = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  expect(again.rows[0]?.pid).not.toBe(rows[0]?.pid)
})
