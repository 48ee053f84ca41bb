import { describe, expect, it } from 'vitest'

import { createDeletedSessions } from '../../src/web/deletedSessions.ts'
import { SessionDetail, SessionList } from '../../src/web/schemas/session.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { getSession, sendMessage, startSession, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const listIds = async (test: TestApp, query = '') => {
  const { data, count } = SessionList.parse((await test.get(`/sessions${query}`)).json())
  expect(count).toBe(data.length)
  return data.map(({ id }) => id)
}

async function openDeleted() {
  const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Warm iron.'), text('Noon.')) })
  const { id } = await startSession(test)
  const session = await sendMessage(test, id, 'Wait.')
  const answer = await test.send('DELETE', `/sessions/${id}`)
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
  return { test, id, session }
}

describe('a deleted session', () => {
  it.each([
    ['GET', ''],
    ['GET', '/state'],
    ['GET', '/events'],
    ['GET', '/messages?before=x'],
    ['GET', '/search?q=dawn'],
    ['GET', '/memory'],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/messages'],
    ['POST', '/stop'],
    ['POST', '/restart'],
    ['POST', '/fork'],
    ['POST', '/duplicate'],
    ['PUT', '/head'],
  ] as const)('is refused as deleted: %s %s', async (method, path) => {
    const { test, id, session } = await openDeleted()
    const bodies: Record<string, object> = {
      '': { title: 'New' },
      '/messages': { text: 'Hello' },
      '/fork': { messageId: session.headId },
      '/head': { messageId: session.headId },
    }
    const url = `/sessions/${id}${path}`
    const body = method === 'DELETE' ? undefined : bodies[path]
    const answer = method === 'GET' ? await test.get(url) : await test.send(method, url, body)
    expect(problemIn(answer)).toMatchObject({
      status: 410,
      code: 'session-deleted',
      hint: 'Restore it under "Recently deleted", or choose another one.',
    })
  })

  it('is in no list and no count but that of deleted sessions', async () => {
    const { test, id } = await openDeleted()
    const other = await startSession(test)
    expect(await listIds(test)).toEqual([other.id])
    expect(await listIds(test, `?gamebookId=${GARDEN_ID}`)).toEqual([other.id])
    expect(await listIds(test, '?deleted=true')).toEqual([id])
    expect(await listIds(test, `?deleted=true&gamebookId=${GARDEN_ID}`)).toEqual([id])
    expect(await listIds(test, '?deleted=true&gamebookId=test/other')).toEqual([])
    expect((await test.get(`/gamebooks/${GARDEN_ID}`)).json().sessionCount).toBe(1)
    expect((await test.get('/gamebooks')).json().data[0].sessionCount).toBe(1)
    expect((await test.get('/usage/sessions')).json().data).toMatchObject([{ sessionId: other.id }])
  })

  it('is listed with the time at which it was deleted, the last one first, page by page', async () => {
    const test = await openTestApp()
    const ids = [(await startSession(test)).id, (await startSession(test)).id, (await startSession(test)).id]
    for (const id of ids.toReversed()) await test.send('DELETE', `/sessions/${id}`)
    const first = SessionList.parse((await test.get('/sessions?deleted=true&limit=2')).json())
    const rest = await test.get(`/sessions?deleted=true&limit=2&cursor=${String(first.nextCursor)}`)
    const all = [...first.data, ...SessionList.parse(rest.json()).data]
    // Two sessions can be deleted within the same millisecond.
    expect(all.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    const times = all.map(({ deletedAt }) => deletedAt)
    expect(times).not.toContain(null)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  it('is restored as it was', async () => {
    const { test, id, session } = await openDeleted()
    const answer = await test.send('POST', `/sessions/${id}/restore`)
    expect(SessionDetail.parse(answer.json())).toEqual(session)
    expect(await getSession(test, id)).toEqual(session)
    expect(await listIds(test)).toEqual([id])
    expect((await sendMessage(test, id, 'On.')).messageCount).toBe(5)
  })

  it('restored twice stays restored', async () => {
    const { test, id, session } = await openDeleted()
    await test.send('POST', `/sessions/${id}/restore`)
    expect((await test.send('POST', `/sessions/${id}/restore`)).json()).toEqual(session)
  })

  it('can be deleted forever, with its messages', async () => {
    const { test, id } = await openDeleted()
    expect((await test.send('DELETE', `/sessions/${id}?forever=true`)).statusCode).toBe(204)
    expect(await listIds(test, '?deleted=true')).toEqual([])
    expect(await test.services.db.selectFrom('message').select('id').execute()).toEqual([])
    for (const answer of [
      await test.get(`/sessions/${id}`),
      await test.send('POST', `/sessions/${id}/restore`),
      await test.send('DELETE', `/sessions/${id}?forever=true`),
    ]) {
      expect(problemIn(answer)).toMatchObject({
        status: 410,
        code: 'session-deleted',
        hint: 'Choose another one from the list.',
      })
    }
  })

  it('is deleted forever after 30 days', async () => {
    const { test, id } = await openDeleted()
    const { db } = test.services
    const deletedAt = Date.parse(
      String((await db.selectFrom('session').select('deletedAt').executeTakeFirst())?.deletedAt),
    )
    const removeAfter = async (days: number) => {
      const now = () => new Date(deletedAt + days * 24 * 60 * 60 * 1000).toISOString()
      const onFailure = (failure: unknown) => {
        throw failure
      }
      await createDeletedSessions({ clock: { now, wait: async () => {} }, db, onFailure }).removeOld()
    }
    const kept = await startSession(test)
    await removeAfter(29.9)
    expect(await listIds(test, '?deleted=true')).toEqual([id])
    await removeAfter(30.1)
    expect(await listIds(test, '?deleted=true')).toEqual([])
    expect(await listIds(test)).toEqual([kept.id])
  })

  it('stops the answer that is arriving, keeps its text, and ends its event streams', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('The iron is ', hold.opened, 'warm.')) })
    const { id } = await startSession(test)
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Well?' })
    const ended = Promise.withResolvers<void>()
    test.services.live.subscribe(id, () => {}, ended.resolve)
    expect((await test.send('DELETE', `/sessions/${id}`)).statusCode).toBe(204)
    await ended.promise
    expect(test.services.engine.runningAnswer(id)).toBeUndefined()
    hold.open()
    await test.send('POST', `/sessions/${id}/restore`)
    expect((await waitForAnswer(test, id)).messages.at(-1)?.status).toBe('stopped')
  })
})
