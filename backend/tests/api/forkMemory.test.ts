import { expect, it } from 'vitest'

import { loadPath } from '../../src/db/models/loadPath.ts'
import { findSessionContext } from '../../src/db/models/sessionContext.ts'
import { saveSessionSettings } from '../../src/db/models/sessionSettings.ts'
import { insertSummary } from '../../src/db/models/summaries.ts'
import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { fakeModel, text } from '../support/fakeModel.ts'
import { NOW } from '../support/messages.ts'
import { sendMessage, startSession } from '../support/play.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

async function playStory(test: TestApp) {
  const { id } = await startSession(test)
  await sendMessage(test, id, 'One.')
  await sendMessage(test, id, 'Two.')
  return sendMessage(test, id, 'Three.')
}

it('a fork remembers what its original did: settings, note, pins, summaries, and what is sent word for word', async () => {
  const test = await openTestApp({ model: fakeModel(text('Dawn.')) })
  const { db } = test.services
  const { id, messages } = await playStory(test)
  const [, , answer = '', question = '', , later = ''] = messages.map((message) => message.id)
  await saveSessionSettings(db, id, { settings: { ...DEFAULT_SETTINGS, memory: 'journal' }, note: 'Ada limps.' })
  const summary = { sessionId: id, source: 'model', modelConfigId: null, usage: null, cost: 1, createdAt: NOW } as const
  await insertSummary(db, { ...summary, id: 's1', coversTo: answer, text: 'It dawned.' })
  await insertSummary(db, { ...summary, id: 's2', coversTo: later, text: 'It is noon.' })
  const pin = { sessionId: id, createdAt: NOW }
  await db
    .insertInto('pin')
    .values([
      { ...pin, id: 'pin1', messageId: answer, text: 'Dawn.' },
      { ...pin, id: 'pin2', messageId: later, text: 'Noon.' },
    ])
    .execute()
  const memory = { keepFrom: question, summaryId: 's1', factor: 0.25, blockBytes: 900 }
  await db
    .updateTable('message')
    .set({ memory: JSON.stringify(memory) })
    .where('id', '=', question)
    .execute()

  const reply = await test.send('POST', `/sessions/${id}/fork`, { messageId: question })
  const fork = SessionDetail.parse(reply.json())
  const path = await loadPath(db, fork.id, String(fork.headId), { isKnown: () => false, length: 1e6 })
  const context = await findSessionContext(db, fork.id)
  expect(context).toMatchObject({ settings: { memory: 'journal' }, note: 'Ada limps.' })
  expect(context.pins).toMatchObject([{ sessionId: fork.id, messageId: path[2]?.id, text: 'Dawn.' }])
  expect(context.summaries).toMatchObject([{ sessionId: fork.id, coversTo: path[2]?.id, text: 'It dawned.', cost: 1 }])
  expect(path[3]?.memory).toEqual({ ...memory, keepFrom: path[3]?.id, summaryId: context.summaries[0]?.id })
  expect(path[3]?.id).not.toBe(question)
})
