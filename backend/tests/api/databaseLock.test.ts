import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { openDatabase } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { keyCipher } from '../support/keyCipher.ts'
import { openEvents } from '../support/eventStream.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { makeFolder } from '../support/gamebookFolder.ts'
import { lockDatabase } from '../support/lockDatabase.ts'
import { getSession, startSession, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestAppOptions } from '../support/testApp.ts'

interface FileApp extends Pick<TestAppOptions, 'model'> {
  readonly maxLockWaitMs?: number
}

async function openFileApp({ maxLockWaitMs = 60_000, ...options }: FileApp = {}) {
  const file = join(await makeFolder(), 'test.sqlite')
  const db = await openDatabase({ kind: 'sqlite', file, maxLockWaitMs })
  await migrate(db, { keyCipher })
  return { ...(await openTestApp({ db, ...options })), file }
}

describe.each(['begin immediate', 'begin exclusive'])(
  'a database that another process locks with "%s"',
  (statement) => {
    it('delays writes, and no read, no other request and no stream', async () => {
      const [more, rest] = [gate(), gate()]
      const model = fakeModel(text('Grass.'), text('One ', more.opened, 'two ', rest.opened, 'three.'))
      const test = await openFileApp({ model })
      const { id } = await startSession(test)
      const stream = await openEvents(await test.app.listen({ host: '127.0.0.1', port: 0 }), id)
      const hears = (word: string) =>
        stream.next((event) => event.type === 'part-delta' && 'text' in event && event.text.includes(word))
      await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })

      const release = await lockDatabase(test.file, statement)
      const settled: string[] = []
      const write = test.send('PATCH', `/sessions/${id}`, { title: 'Renamed' }).finally(() => settled.push('write'))
      more.open()
      await hears('two')
      expect(await getSession(test, id)).toMatchObject({ headId: expect.any(String), title: 'The Garden Gate' })
      rest.open()
      await hears('three')
      expect((await test.get('/health')).statusCode).toBe(200)
      expect((await getSession(test, id)).messages.at(-1)).toMatchObject({ status: 'streaming' })
      expect(settled).toEqual([])

      await release()
      expect((await write).json()).toMatchObject({ title: 'Renamed' })
      const end = await stream.next((event) => event.type === 'message-end' && event.message.status === 'done')
      expect(end).toMatchObject({ message: { error: null } })
      stream.close()
      expect(textsOf(await getSession(test, id))).toEqual(['Grass.', 'I walk.', 'One two three.'])
    })

    it('lets a server that has just started show the stories that it has', async () => {
      const first = await openFileApp()
      const { id } = await startSession(first)
      const db = await openDatabase({ kind: 'sqlite', file: first.file, maxLockWaitMs: 20 })
      const second = await openTestApp({ db, folders: first.folders })
      const release = await lockDatabase(first.file, statement)
      expect(textsOf(await getSession(second, id))).toEqual(['You stand on wet grass.'])
      await release()
    })

    it('keeps an answer that ends during a long lock, and saves it afterwards', async () => {
      const rest = gate()
      const model = fakeModel(text('Grass.'), text('One ', rest.opened, 'two.'))
      const test = await openFileApp({ model, maxLockWaitMs: 20 })
      const { id } = await startSession(test)
      const stream = await openEvents(await test.app.listen({ host: '127.0.0.1', port: 0 }), id)
      await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })
      const release = await lockDatabase(test.file, statement)
      rest.open()
      const ended = await stream.next(({ type }) => type === 'message-end')
      expect(ended).toMatchObject({ message: { status: 'interrupted', error: { code: 'not-stored' } } })
      const refused = await test.send('POST', `/sessions/${id}/messages`, { text: 'I sit.' })
      expect(problemIn(refused)).toMatchObject({ status: 503, code: 'database-busy' })
      await release()
      await stream.next((event) => event.type === 'message-end' && event.message.status === 'done')
      stream.close()
      expect(textsOf(await getSession(test, id))).toEqual(['Grass.', 'I walk.', 'One two.'])
    })

    it('refuses a write in the end, says what to do, and stores nothing of it', async () => {
      const test = await openFileApp({ maxLockWaitMs: 20 })
      const { id } = await startSession(test)
      const release = await lockDatabase(test.file, statement)
      for (const write of [
        () => test.send('PATCH', `/sessions/${id}`, { title: 'Renamed' }),
        () => test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' }),
        () => test.send('POST', '/sessions', { gamebookId: 'test/garden' }),
      ]) {
        const refused = await write()
        expect(problemIn(refused)).toMatchObject({ status: 503, code: 'database-busy' })
        expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      }
      await release()
      expect(await getSession(test, id)).toMatchObject({ title: 'The Garden Gate', messageCount: 1 })
      expect((await test.send('POST', `/sessions/${id}/messages`, { text: 'I walk.' })).statusCode).toBe(202)
    })
  },
)
