import { join } from 'node:path'
import { expect, it } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openEvents } from '../support/eventStream.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { getSession, startSession, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'

const MORE_THAN_WAIT = 2500

it('a queue that is full refuses changes with what to do, keeps the answer that ends, and stops no read', async () => {
  const db = await openDatabase({ kind: 'sqlite', file: join(await makeFolder(), 'test.sqlite') })
  await migrate(db, { keyCipher })
  const rest = gate()
  const test = await openTestApp({ db, model: fakeModel(text('Grass.'), text('One ', rest.opened, 'two.')) })
  const { id } = await startSession(test)
  const stream = await openEvents(await test.app.listen({ host: '127.0.0.1', port: 0 }), id)
  await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })

  const [begun, done] = [gate(), gate()]
  const slow = db.transaction().execute(async () => {
    begun.open()
    await done.opened
  })
  await begun.opened
  const rename = (title: string) => db.updateTable('session').set({ title }).where('id', '=', id).execute()
  const waiting = Promise.allSettled(Array.from({ length: MORE_THAN_WAIT }, (_, index) => rename(String(index))))
  const refused = await test.send('PATCH', `/sessions/${id}`, { title: 'Renamed' })
  expect(problemIn(refused)).toMatchObject({ status: 503, code: 'disk-slow' })
  expect(refused.headers['retry-after']).toBe('5')
  rest.open()
  const isEnd = ({ type }: { readonly type: string }) => type === 'message-end'
  expect(await stream.next(isEnd)).toMatchObject({ message: { error: { code: 'not-stored' } } })
  expect(await getSession(test, id)).toMatchObject({ title: 'The Garden Gate' })

  done.open()
  await Promise.all([slow, waiting])
  await stream.next((event) => event.type === 'message-end' && event.message.status === 'done')
  expect((await test.send('PATCH', `/sessions/${id}`, { title: 'Renamed' })).statusCode).toBe(200)
  expect(textsOf(await getSession(test, id))).toEqual(['Grass.', 'I walk.', 'One two.'])
  stream.close()
})
