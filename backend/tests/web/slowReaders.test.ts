import { once } from 'node:events'
import { expect, it } from 'vitest'

import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { openEvents } from '../support/eventStream.ts'
import { getSession, startSession } from '../support/play.ts'
import { connectRaw } from '../support/rawRequest.ts'
import { openTestApp } from '../support/testApp.ts'

/** Far more than the operating system keeps for a connection. */
const MANY = 90
const LONG_TITLE = 'x'.repeat(200_000)

it('a client that stops reading is disconnected, the others get everything, and it can connect again', async () => {
  const test = await openTestApp()
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  const { id } = await startSession(test)
  const reading = await openEvents(address, id)
  await reading.next(({ type }) => type === 'snapshot')
  const stuck = await connectRaw(address, `GET /api/sessions/${id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n`)
  await once(stuck, 'readable')

  const isTitle = ({ type }: { readonly type: string }): boolean => type === 'session'
  for (let sent = 1; sent <= MANY; sent += 1) {
    test.services.live.send(id, {
      type: 'session',
      title: `${sent} ${LONG_TITLE}`,
      modelConfig: null,
      settings: DEFAULT_SETTINGS,
    })
    await reading.next((event) => event.type === 'session' && event.title.startsWith(`${sent} `))
  }
  expect(reading.events.filter(isTitle)).toHaveLength(MANY)
  reading.close()

  stuck.resume()
  await once(stuck, 'close')
  const again = await openEvents(address, id)
  expect(await again.next(({ type }) => type === 'snapshot')).toMatchObject({ session: await getSession(test, id) })
  again.close()
})
