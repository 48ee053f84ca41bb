import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import { countRows } from '../support/countRows.ts'
import { fakeConfig, openFakeProvider } from '../support/fakeProvider.ts'
import { type LoggedApp, openLoggedApp } from '../support/loggedApp.ts'
import { addLongStory } from '../support/longStory.ts'
import { problemOf } from '../support/problemOf.ts'
import { connectRaw, sendRaw } from '../support/rawRequest.ts'
import { openTestApp } from '../support/testApp.ts'
import { openTestDatabase } from '../support/testDb.ts'

async function openSession(): Promise<{ readonly app: LoggedApp; readonly id: string }> {
  const app = await openLoggedApp()
  const id = await app.createSession(await app.createConfig({ ...fakeConfig, baseUrl: (await openFakeProvider()).url }))
  await app.waitForAnswer(id)
  return { app, id }
}

const eventsOf = (id: string, method = 'GET'): string =>
  `${method} /api/sessions/${id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`

/** The messages of a story that takes hundreds of slices. */
const LONG = 30_000
/** Longer than one slice takes. */
const READING_MS = 200

const waitUntil = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

describe('a client that hangs up on a stream of events', () => {
  it.each([
    ['while it listens', true],
    ['before its snapshot', false],
  ])('ends its subscription and leaves no error in the log: %s', async (_when, hasSnapshot) => {
    const { app, id } = await openSession()
    const subscribed = (): boolean => app.services.live.subscribedSessions().includes(id)
    for (let times = 0; times < 5; times += 1) {
      const socket = await connectRaw(app.address, eventsOf(id))
      if (hasSnapshot) {
        await once(socket, 'data')
        expect(subscribed()).toBe(true)
      }
      socket.resetAndDestroy()
    }
    await app.request('GET', `/sessions/${id}`)
    await waitUntil(() => !subscribed())
    expect(await app.readOutput()).not.toMatch(/"level":[56]0|"stack"/)
  })
})

describe('a client that hangs up while its long story is read', () => {
  it.each(['state', 'search?q=absent'])('ends the reading: %s', async (path) => {
    const { db, take } = countRows(await openTestDatabase())
    const { app } = await openTestApp({ db })
    const { session } = await addLongStory(db, { messages: LONG })
    take()
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const socket = await connectRaw(
      address,
      `GET /api/sessions/${session.id}/${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    )
    let read = 0
    const readMore = async (): Promise<boolean> => {
      await sleep(READING_MS)
      const { rows } = take()
      read += rows
      return rows > 0
    }
    await waitUntil(() => (read += take().rows) > 0)
    socket.resetAndDestroy()
    while (await readMore());
    expect(read).toBeLessThan(LONG / 2)
  })
})

it('HEAD of a stream of events has its headers, ends, and subscribes to nothing', async () => {
  const { app, id } = await openSession()
  const answer = await sendRaw(app.address, eventsOf(id, 'HEAD'))
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(answer).toMatch(/content-type: text\/event-stream/i)
  expect(answer).toMatch(/\r\n\r\n$/)
  await waitUntil(() => app.services.live.subscribedSessions().length === 0)
})

describe('a request that does not arrive completely in time', () => {
  it.each([
    ['its headers', 'GET /api/health HTTP/1.1\r\nHost: local'],
    [
      'its body',
      'POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"a',
    ],
  ])('gets a 408 that says so: half of %s', async (_part, bytes) => {
    const app = await openLoggedApp({}, { requestTimeoutMs: 40 })
    const answer = await sendRaw(app.address, bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(problemOf(answer)).toMatchObject({ status: 408, code: 'request-timeout' })
    expect(await app.readOutput()).not.toMatch(/"level":[56]0|"stack"/)
  })
})
