import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'

import { MAX_SUBSCRIBERS } from '../../src/web/live/liveHub.ts'
import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { startSession } from '../support/play.ts'
import { connectRaw } from '../support/rawRequest.ts'
import { openTestApp } from '../support/testApp.ts'

const STREAMS = 200

const requestOf = (id: string): string => `GET /api/sessions/${id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`

const waitUntil = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await setTimeout(5)
}

it('hundreds of idle streams each get what happens, once, and leave nothing behind', async () => {
  const test = await openTestApp()
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  const { id } = await startSession(test)
  const received: string[] = []
  const open = async (index: number) => {
    const socket = await connectRaw(address, requestOf(id))
    socket.setEncoding('utf8').on('data', (text: string) => void (received[index] = (received[index] ?? '') + text))
    return socket
  }
  const sockets = await Promise.all(Array.from({ length: STREAMS }, (_, index) => open(index)))
  const countOf = (text: string) => received.reduce((sum, one) => sum + one.split(text).length - 1, 0)
  await waitUntil(() => countOf('"type":"snapshot"') >= STREAMS)
  test.services.live.send(id, { type: 'session', title: 'The Orchard', modelConfig: null, settings: DEFAULT_SETTINGS })
  await waitUntil(() => countOf('"type":"session"') >= STREAMS)
  expect(received.filter((one) => one.split('"type":"session"').length === 2)).toHaveLength(STREAMS)
  for (const socket of sockets) socket.destroy()
  await waitUntil(() => test.services.live.subscribedSessions().length === 0)
})

it('one stream too many is refused, until another ends', async () => {
  const test = await openTestApp()
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  const { id } = await startSession(test)
  const leave = Array.from({ length: MAX_SUBSCRIBERS }, () => test.services.live.subscribe(id, () => {}))
  const refused = await fetch(`${address}/api/sessions/${id}/events`)
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({
    code: 'too-many-streams',
    detail: 'The server has 4000 open event streams and accepts no more.',
    hint: 'Close other pages that show a story, or try again later.',
  })
  leave[0]?.()
  const socket = await connectRaw(address, requestOf(id))
  await once(socket, 'data')
  socket.destroy()
  for (const end of leave) end()
})
