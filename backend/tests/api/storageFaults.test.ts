import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { errorCodes } from '../../src/errorCodes.ts'
import { startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'

const say = (text: string) => ({ text })

describe('a storage failure', () => {
  it('is reported as a full disk, and stores nothing partially', async () => {
    const test = await openTestApp({ database: 'sqlite' })
    const { id } = await startSession(test)
    await sql`pragma max_page_count = 1`.execute(test.services.db)
    const answer = await test.send('POST', `/sessions/${id}/messages`, say('I walk. '.repeat(2000)))
    expect(problemIn(answer)).toMatchObject({ status: 507, code: 'disk-full' })

    await sql`pragma max_page_count = 100000`.execute(test.services.db)
    expect((await test.send('POST', `/sessions/${id}/messages`, say('I walk.'))).statusCode).toBe(202)
  })

  it("is reported as a database that can't be written", async () => {
    const test = await openTestApp({ database: 'sqlite' })
    const { id } = await startSession(test)
    await sql`pragma query_only = on`.execute(test.services.db)
    const answer = await test.send('PATCH', `/sessions/${id}`, { title: 'Another' })
    expect(problemIn(answer)).toMatchObject({ status: 507, code: 'not-writable' })
  })

  it('keeps its own error when a transaction has rolled back by itself', async () => {
    const { services } = await openTestApp({ database: 'sqlite' })
    const { db } = services
    await sql`create table filler (words text)`.execute(db)
    await sql`pragma max_page_count = 1`.execute(db)
    const work = db.transaction().execute((all) => sql`insert into filler values (zeroblob(1000000))`.execute(all))
    const error: unknown = await work.then(
      () => null,
      (caught: unknown) => caught,
    )
    expect(errorCodes(error)).toEqual(['SQLITE_FULL'])
  })
})

describe('a message', () => {
  it.each(['\u0000\u0007', '\u200b\u200d\ufeff', '\u3164', '\u2800', ' \u2060\n'])(
    'without visible text is refused: %j',
    async (text) => {
      const test = await openTestApp()
      const { id } = await startSession(test)
      const problem = problemIn(await test.send('POST', `/sessions/${id}/messages`, { text }))
      expect(problem).toMatchObject({ status: 422, errors: { text: expect.stringContaining('Write something first') } })
    },
  )

  it('is stored without control characters, as titles are', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const sent = await test.send('POST', `/sessions/${id}/messages`, { text: 'I\u0000 go\u001b[1m\tand\r\nstay 👩‍🚀' })
    expect(sent.json().message.parts[0]).toMatchObject({ text: 'I go[1m\tand\nstay 👩‍🚀' })
    const named = await test.send('PATCH', `/sessions/${id}`, { title: 'Wet\u0000 grass' })
    expect(named.json()).toMatchObject({ title: 'Wet grass' })
  })
})

describe('a session that is deleted', () => {
  it('ends its event streams, and is gone', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
    const stream = await fetch(`${address}/api/sessions/${id}/events`)
    expect((await test.send('DELETE', `/sessions/${id}`)).statusCode).toBe(204)
    expect(await stream.text()).toContain('snapshot')
    expect((await fetch(`${address}/api/sessions/${id}/events`)).status).toBe(410)
  })
})
