import { describe, expect, it } from 'vitest'

import { findMessage } from '../../src/db/models/messageQueries.ts'
import { createLogger } from '../../src/logger.ts'
import { openEvents } from '../support/eventStream.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { fillDisk, LONG_TEXT } from '../support/fullDisk.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { addSession } from '../support/messages.ts'
import { getSession, startSession, textOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'
import { DATABASES, type DatabaseKind } from '../support/testDb.ts'

/** A session whose answer has ended while the disk was full. */
async function playOnFullDisk(kind: DatabaseKind) {
  const more = gate()
  const model = fakeModel(text('Grass.'), text('One ', more.opened, LONG_TEXT), text('You sit.'))
  let log = ''
  const logger = createLogger('info', { write: (line: string) => void (log += line) })
  const test = await openTestApp({ database: kind, model, logger })
  const session = await startSession(test)
  const stream = await openEvents(await test.app.listen({ host: '127.0.0.1', port: 0 }), session.id)
  const sent = await test.send('POST', `/sessions/${session.id}/messages`, { text: 'I walk.' })
  const { answerId } = sent.json<{ answerId: string }>()
  const makeRoom = await fillDisk(test.services.db, kind)
  more.open()
  const ended = await stream.next((event) => event.type === 'message-end' && event.message.id === answerId)
  const linesOfAnswer = () =>
    log.split('\n').filter((line) => line.includes('A turn has ended') && line.includes(answerId))
  return { test, session, stream, answerId, makeRoom, ended, linesOfAnswer }
}

describe.each(DATABASES)('an answer that a full %s database refuses', (kind) => {
  it('is kept with its error, and saved as soon as there is room', async () => {
    const { test, session, stream, answerId, makeRoom, ended, linesOfAnswer } = await playOnFullDisk(kind)
    const unsaved = { id: answerId, status: 'interrupted', error: { code: 'not-stored', retryable: false } }
    expect(ended).toMatchObject({ message: unsaved })
    const shown = (await getSession(test, session.id)).messages.at(-1)
    expect(shown).toMatchObject(unsaved)
    expect(shown === undefined ? '' : textOf(shown)).toBe(`One ${LONG_TEXT}`)

    expect(linesOfAnswer()).toEqual([])

    await makeRoom()
    const saved = await stream.next(
      (event) => event.type === 'message-end' && event.message.id === answerId && event.message.status === 'done',
    )
    expect(saved).toMatchObject({ message: { error: null } })
    expect(linesOfAnswer()).toEqual([expect.stringContaining('"outcome":"done"')])
    expect((await getSession(test, session.id)).messages.at(-1)).toMatchObject({ status: 'done', error: null })
    const stored = await findMessage(test.services.db, session.id, answerId)
    expect(stored).toMatchObject({ status: 'done', error: null, finishReason: 'stop' })
    expect(stored === undefined ? '' : textOf(stored)).toBe(`One ${LONG_TEXT}`)
    stream.close()
  })

  it('is saved before the session goes on, and until then each change is refused with the reason', async () => {
    const { test, session, stream, answerId, makeRoom } = await playOnFullDisk(kind)
    const { id } = session
    const changes = [
      () => test.send('POST', `/sessions/${id}/messages`, { text: 'I sit.' }),
      () => test.send('POST', `/sessions/${id}/messages/${answerId}/retry`),
      () => test.send('POST', `/sessions/${id}/fork`, { messageId: answerId }),
      () => test.send('PUT', `/sessions/${id}/head`, { messageId: session.headId }),
      () => test.send('POST', `/sessions/${id}/restart`),
    ]
    for (const change of changes) expect(problemIn(await change())).toMatchObject({ status: 507, code: 'disk-full' })
    expect(await getSession(test, id)).toMatchObject({ headId: answerId, messageCount: 3 })

    await makeRoom()
    for (const change of changes) {
      expect((await change()).statusCode).toBeLessThan(300)
      await test.send('POST', `/sessions/${id}/stop`)
    }
    expect(await findMessage(test.services.db, id, answerId)).toMatchObject({ status: 'done', error: null })
    stream.close()
  })
})

describe('a turn that a full database refuses', () => {
  it.each(DATABASES)('leaves no message on any page, in %s', async (kind) => {
    const test = await openTestApp({ database: kind, model: fakeModel(text('Grass.')) })
    const { id } = await startSession(test)
    const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
    const stream = await openEvents(address, id)
    await stream.next(({ type }) => type === 'snapshot')
    const makeRoom = await fillDisk(test.services.db, kind)
    const refused = await test.send('POST', `/sessions/${id}/messages`, { text: LONG_TEXT.slice(0, 19_000) })
    expect(problemIn(refused)).toMatchObject({ status: 507, code: 'disk-full' })
    await stream.ended
    const again = await openEvents(address, id)
    expect(await again.next(({ type }) => type === 'snapshot')).toMatchObject({ session: { messageCount: 1 } })
    await makeRoom()
    expect((await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })).statusCode).toBe(202)
    again.close()
  })
})

describe('a session', () => {
  it.each(DATABASES)('is not listed before its opening is stored, in %s', async (kind) => {
    const test = await openTestApp({ database: kind })
    const { id } = await startSession(test)
    // A server that was killed between the two leaves this.
    await addSession(test.services.db)
    expect((await test.get('/sessions')).json()).toMatchObject({ count: 1, data: [{ id }] })
  })

  it('is not created if its opening is refused', async () => {
    const test = await openTestApp({ database: 'postgres' })
    const makeRoom = await fillDisk(test.services.db, 'postgres')
    expect(problemIn(await test.send('POST', '/sessions', { gamebookId: GARDEN_ID }))).toMatchObject({ status: 507 })
    expect(await test.services.db.selectFrom('session').selectAll().execute()).toEqual([])
    await makeRoom()
    await startSession(test)
  })
})
