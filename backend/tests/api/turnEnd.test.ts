import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import type { SessionDetail } from '../../src/web/schemas/session.ts'
import { openBlockableDatabase } from '../support/blockWrites.ts'
import { type EventStream, openEvents } from '../support/eventStream.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { getSession, startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'
import { DATABASES } from '../support/testDb.ts'

const listen = (test: TestApp) => test.app.listen({ host: '127.0.0.1', port: 0 })

const lastOf = ({ messages }: SessionDetail) => messages.at(-1)

const nextEnd = (stream: EventStream, answerId: string) =>
  stream.next((event) => event.type === 'message-end' && event.message.id === answerId)

describe.each(DATABASES)('the end of a turn in %s', (kind) => {
  it('is published when it is stored, and until then every read and every request says that it runs', async () => {
    const { db, blockWrites } = await openBlockableDatabase(kind)
    const last = gate()
    const model = fakeModel(text('Grass.'), text('One ', last.opened, 'two.'), text('Three.'))
    const test = await openTestApp({ db, model })
    const { id } = await startSession(test)
    const address = await listen(test)
    const stream = await openEvents(address, id)
    const sent = await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })
    const { answerId } = sent.json<{ answerId: string }>()

    const release = await blockWrites()
    last.open()
    await stream.next((event) => event.type === 'part-end' && event.messageId === answerId)
    const late = await openEvents(address, id)
    const snapshot = await late.next(({ type }) => type === 'snapshot')
    const running = { messages: [{}, {}, { id: answerId, status: 'streaming', finishedAt: null }] }
    expect(snapshot).toMatchObject({ session: running })
    expect(await getSession(test, id)).toMatchObject(running)
    const refused = await test.send('POST', `/sessions/${id}/messages`, { text: 'I run.' })
    expect(problemIn(refused)).toMatchObject({ status: 409, code: 'turn-running' })
    expect(stream.events.filter(({ type }) => type === 'message-end')).toEqual([])

    await release()
    for (const page of [stream, late]) {
      expect(await nextEnd(page, answerId)).toMatchObject({ message: { status: 'done' } })
    }
    expect((await getSession(test, id)).messages.at(-1)).toMatchObject({ status: 'done' })
    expect((await test.send('POST', `/sessions/${id}/messages`, { text: 'I run.' })).statusCode).toBe(202)
    stream.close()
    late.close()
  })

  it.each(['reads', 'streams'])('lets whoever sees it in %s act at once, in any tab', async (source) => {
    const test = await openTestApp({ database: kind, model: fakeModel(text('Grass.')) })
    const { id, headId: openingId } = await startSession(test)
    const address = await listen(test)
    const [first, second] = [await openEvents(address, id), await openEvents(address, id)]
    const seesEnd = async (stream: EventStream, answerId: string): Promise<void> => {
      if (source === 'streams') await nextEnd(stream, answerId)
      else while (lastOf(await getSession(test, id))?.status === 'streaming');
    }
    const answered = async (path: string, body?: object): Promise<string> => {
      const response = await test.send('POST', `/sessions/${id}${path}`, body)
      expect([response.statusCode, path]).toEqual([202, path])
      const { answerId } = response.json<{ answerId: string }>()
      await seesEnd(second, answerId)
      return answerId
    }
    for (let turn = 0; turn < 5; turn += 1) {
      const answerId = await answered('/messages', { text: 'I walk.' })
      const retriedId = await answered(`/messages/${answerId}/retry`)
      const { messages } = await getSession(test, id)
      await answered(`/messages/${messages.at(-2)?.id ?? ''}/edit`, { text: 'I run.' })
      expect((await test.send('POST', `/sessions/${id}/fork`, { messageId: retriedId })).statusCode).toBe(201)
      await answered('/messages', { text: 'I sit.' })
      expect((await test.send('PUT', `/sessions/${id}/head`, { messageId: openingId })).statusCode).toBe(200)
      await answered('/messages', { text: 'I wait.' })
      const restarted = await test.send('POST', `/sessions/${id}/restart`)
      await seesEnd(first, restarted.json<{ headId: string }>().headId)
    }
    first.close()
    second.close()
  })
})

it('a turn is stored although PostgreSQL ends every connection while it is being stored', async () => {
  const last = gate()
  const model = fakeModel(text('Grass.'), text('One ', last.opened, 'two.'))
  const test = await openTestApp({ database: 'postgres', model })
  const { db } = test.services
  const { id } = await startSession(test)
  const stream = await openEvents(await listen(test), id)
  const sent = await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })
  const { answerId } = sent.json<{ answerId: string }>()
  const locked = gate()
  const lock = db.transaction().execute(async (inside) => {
    await sql`lock table message in exclusive mode`.execute(inside)
    locked.open()
    await sql`select pg_sleep(60)`.execute(inside)
  })
  const lockEnds = expect(lock).rejects.toThrow()
  await locked.opened
  last.open()
  await stream.next((event) => event.type === 'part-end' && event.messageId === answerId)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db)
  await lockEnds
  expect(await nextEnd(stream, answerId)).toMatchObject({ message: { status: 'done', error: null } })
  expect((await getSession(test, id)).messages.at(-1)).toMatchObject({ id: answerId, status: 'done' })
  stream.close()
})
