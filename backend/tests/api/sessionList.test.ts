import { expect, it } from 'vitest'

import { SessionList } from '../../src/web/schemas/session.ts'
import { GARDEN } from '../support/garden.ts'
import { getSession, startSession } from '../support/play.ts'
import { openTestApp } from '../support/testApp.ts'

it('a session is listed with its story time and the narrator of its last answer', async () => {
  const test = await openTestApp()
  const yaml = `${GARDEN}  - {name: Clock, traits: [clock], entities: [{name: Sundial, start: "23:50"}]}\n`
  const { id: gamebookId } = (await test.send('POST', '/gamebooks', { title: 'Mine', yaml })).json()
  const { id } = await startSession(test, gamebookId)
  const { data } = SessionList.parse((await test.get('/sessions')).json())
  expect(data).toMatchObject([{ id, time: '23:50', narrator: 'Built-in narrator', place: 'Wet lawn', deletedAt: null }])
  expect(await getSession(test, id)).toMatchObject({ time: '23:50', narrator: 'Built-in narrator' })
})
