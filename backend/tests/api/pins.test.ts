import { describe, expect, it } from 'vitest'

import { findSessionContext } from '../../src/db/models/sessionContext.ts'
import { findMessage } from '../../src/db/models/messageQueries.ts'
import { insertSummary } from '../../src/db/models/summaries.ts'
import { saveSessionSettings } from '../../src/db/models/sessionSettings.ts'
import { SessionDetail } from '../../src/web/schemas/session.ts'
import { PinResponse } from '../../src/web/schemas/memory.ts'
import { DEFAULT_SETTINGS } from '../../src/sessions/sessionSettings.ts'
import { fakeModel, text } from '../support/fakeModel.ts'
import { sendMessage, startSession } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'
import { DATABASES } from '../support/testDb.ts'

const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'
const STORY = 'A *very* old\ngate. “Who goes there?” says the gardener.'

async function open(database?: (typeof DATABASES)[number]) {
  const model = fakeModel(text('Dawn.'), text(STORY), text('It creaks.'), text('Rain.'))
  const test = await openTestApp({ model, ...(database !== undefined && { database }) })
  const { id, headId } = await startSession(test)
  const played = await sendMessage(test, id, 'To the gate.')
  const [opening, words, answer] = played.messages.map((message) => message.id)
  const pin = (messageId: string | undefined, pinned: string) =>
    test.send('POST', `/sessions/${id}/pins`, { messageId, text: pinned })
  return { test, model, id, headId: String(headId), opening, words, answer, pin }
}

const contextOf = ({ services }: TestApp, id: string) => findSessionContext(services.db, id)

describe('a pin', () => {
  it('holds words of a message as the page shows them, once', async () => {
    const { test, id, answer, words, pin } = await open()
    const made = await pin(answer, ' A very old gate.\n “Who goes there?” ')
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ messageId: answer, text: 'A very old gate. “Who goes there?”', isSent: true })
    expect((await pin(answer, 'A very old gate. “Who goes there?”')).json()).toEqual(made.json())
    expect((await pin(words, 'gate')).statusCode).toBe(201)
    expect((await contextOf(test, id)).pins.map((stored) => stored.text)).toEqual([
      'A very old gate. “Who goes there?”',
      'gate',
    ])
  })

  it.each([
    ['words that are not in the message', 'answer', 'The key is under the pot.', 422, 'pin-not-in-message'],
    ['a message of no session', 'unknown', 'A very', 422, 'pin-not-in-message'],
    ['nothing', 'answer', ' \u200b ', 422, 'invalid-input'],
    ['more than 300 characters', 'answer', 'a'.repeat(301), 422, 'invalid-input'],
  ] as const)('of %s is refused', async (_, target, pinned, status, code) => {
    const { pin, answer } = await open()
    const problem = problemIn(await pin(target === 'answer' ? answer : UNKNOWN, pinned))
    expect(problem).toMatchObject({ status, code })
    expect(problem.hint).not.toBe('')
  })

  it('of a message that is not part of the story now is refused', async () => {
    const { test, id, headId, answer, pin } = await open()
    await test.send('PUT', `/sessions/${id}/head`, { messageId: headId })
    expect(problemIn(await pin(answer, 'A very'))).toMatchObject({ code: 'pin-not-in-message' })
  })

  it('is one of at most 20 in a story, and says what to do', async () => {
    const { test, id, answer, opening, headId, pin } = await open()
    const letters = 'Whogoestheresaysthegardener'
    for (let end = 1; end <= 20; end += 1) expect((await pin(answer, letters.slice(0, end))).statusCode).toBe(201)
    const stored = (await contextOf(test, id)).pins
    expect(stored).toHaveLength(20)
    expect(problemIn(await pin(opening, 'Dawn'))).toMatchObject({
      status: 409,
      code: 'pin-limit',
      hint: expect.stringContaining('Remove one'),
    })
    expect((await test.send('DELETE', `/sessions/${id}/pins/${stored[0]?.id}`)).statusCode).toBe(204)
    expect((await pin(opening, 'Dawn')).statusCode).toBe(201)
    // Pins of another branch don't count.
    await test.send('PUT', `/sessions/${id}/head`, { messageId: headId })
    expect((await pin(opening, 'Da')).statusCode).toBe(201)
  })

  it('of another session is not removed', async () => {
    const { test, id, answer, pin } = await open()
    const { id: pinId } = PinResponse.parse((await pin(answer, 'old')).json())
    const other = await startSession(test)
    const removed = await test.send('DELETE', `/sessions/${other.id}/pins/${pinId}`)
    expect(problemIn(removed)).toMatchObject({ status: 404, code: 'pin-not-found' })
    expect((await contextOf(test, id)).pins).toHaveLength(1)
    expect(problemIn(await test.send('DELETE', `/sessions/${UNKNOWN}/pins/${pinId}`))).toMatchObject({
      code: 'session-not-found',
    })
  })
})

describe('the note', () => {
  it('is replaced and removed, and keeps the settings', async () => {
    const { test, id } = await open()
    const settings = { ...DEFAULT_SETTINGS, length: 90 }
    await saveSessionSettings(test.services.db, id, { settings, note: '' })
    const put = (note: string) => test.send('PUT', `/sessions/${id}/note`, { text: note })
    expect((await put('  Ada limps.\n\nShe hides it.\u0007 ')).statusCode).toBe(204)
    expect(await contextOf(test, id)).toMatchObject({ settings, note: 'Ada limps.\n\nShe hides it.' })
    expect((await put('')).statusCode).toBe(204)
    expect(await contextOf(test, id)).toMatchObject({ settings, note: '' })
  })

  it('of 10,000 characters is refused, with what to do, and the old one stays', async () => {
    const { test, id } = await open()
    await test.send('PUT', `/sessions/${id}/note`, { text: 'Ada limps.' })
    const problem = problemIn(await test.send('PUT', `/sessions/${id}/note`, { text: 'a'.repeat(10_000) }))
    expect(problem).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: { text: 'Shorten the note: it has at most 2,000 characters.' },
    })
    expect((await contextOf(test, id)).note).toBe('Ada limps.')
  })

  it('of a session that is gone is refused', async () => {
    const { test } = await open()
    const put = await test.send('PUT', `/sessions/${UNKNOWN}/note`, { text: 'Ada' })
    expect(problemIn(put)).toMatchObject({ code: 'session-not-found' })
  })
})

describe("the player's summary", () => {
  it('is a new one for what the newest summary of the story covers', async () => {
    const { test, id, opening, answer } = await open()
    const put = (summary: string) => test.send('PUT', `/sessions/${id}/summary`, { text: summary })
    expect((await put('You came by night.')).statusCode).toBe(204)
    expect((await contextOf(test, id)).summaries).toMatchObject([{ coversTo: answer, source: 'player' }])
    const byModel = {
      id: UNKNOWN,
      sessionId: id,
      coversTo: String(opening),
      text: 'It is dawn.',
      source: 'model',
      modelConfigId: null,
      usage: null,
      cost: null,
      createdAt: '2999-01-01T00:00:00.000Z',
    } as const
    await insertSummary(test.services.db, byModel)
    await put('It is noon.')
    expect(problemIn(await put('a'.repeat(4001)))).toMatchObject({ code: 'invalid-input' })
    const { summaries } = await contextOf(test, id)
    const edited = summaries.find(({ text: words }) => words === 'It is noon.')
    expect(edited).toMatchObject({ coversTo: opening, source: 'player' })
  })
})

describe.each(DATABASES)('a fork in %s', (database) => {
  it('has the note, and the pins, summaries and memories of its messages', async () => {
    const { test, id, opening, answer, words, pin } = await open(database)
    const { db } = test.services
    await pin(opening, 'Dawn')
    await pin(answer, 'old')
    await test.send('PUT', `/sessions/${id}/note`, { text: 'Ada limps.' })
    const summary = { sessionId: id, text: '', source: 'model', modelConfigId: null, usage: null, cost: null } as const
    await insertSummary(db, {
      ...summary,
      id: UNKNOWN,
      coversTo: String(opening),
      createdAt: '2026-01-01T00:00:00.000Z',
    })
    const last = await sendMessage(test, id, 'Push.')
    const late = { ...summary, id: 'late', coversTo: String(last.headId), createdAt: '2026-01-02T00:00:00.000Z' }
    await insertSummary(db, late)
    await pin(String(last.headId), 'creaks')
    const memory = { keepFrom: String(words), summaryId: UNKNOWN, factor: 0.25, blockBytes: 900 }
    await db
      .updateTable('message')
      .set({ memory: JSON.stringify(memory) })
      .where('id', '=', String(words))
      .execute()

    const fork = SessionDetail.parse((await test.send('POST', `/sessions/${id}/fork`, { messageId: answer })).json())
    const context = await contextOf(test, fork.id)
    const [first, second, third] = fork.messages.map((message) => message.id)
    expect(context.note).toBe('Ada limps.')
    expect(context.pins.map((stored) => [stored.messageId, stored.text])).toEqual([
      [first, 'Dawn'],
      [third, 'old'],
    ])
    expect(context.summaries).toMatchObject([{ coversTo: first, sessionId: fork.id }])
    const copied = await findMessage(db, fork.id, String(second))
    expect(copied?.memory).toMatchObject({ keepFrom: second, summaryId: context.summaries[0]?.id })

    // The original keeps its own, and a fork loses its own with it.
    await test.send('DELETE', `/sessions/${fork.id}?forever=true`)
    expect((await contextOf(test, id)).pins).toHaveLength(3)
    expect(await db.selectFrom('pin').select('id').where('sessionId', '=', fork.id).execute()).toEqual([])
    await test.send('DELETE', `/sessions/${id}?forever=true`)
    expect(await db.selectFrom('pin').select('id').execute()).toEqual([])
    expect(await db.selectFrom('sessionSettings').selectAll().execute()).toEqual([])
  })
})

it('reaches the turns that follow', async () => {
  const { test, id, answer, pin } = await open()
  await pin(answer, 'old')
  await test.send('PUT', `/sessions/${id}/note`, { text: 'Ada limps.' })
  const requests: unknown[] = []
  const start = test.services.engine.start.bind(test.services.engine)
  Object.assign(test.services.engine, {
    start: (request: Parameters<typeof start>[0]) => {
      requests.push(request.context)
      return start(request)
    },
  })
  await sendMessage(test, id, 'Push.')
  await sendMessage(test, id, 'Wait.')
  expect(requests[0]).toMatchObject({ note: 'Ada limps.', pins: [{ text: 'old' }] })
  expect(requests[1]).toMatchObject({ note: 'Ada limps.' })
})

it('is in the requests of its own branch, and not after going back or in a fork without its message', async () => {
  const { test, model, id, headId, answer, pin } = await open()
  await pin(answer, 'Who goes there?')
  const play = async (session: string): Promise<string> => {
    await sendMessage(test, session, 'Push.')
    const { prompt } = model.doStreamCalls.at(-1) ?? expect.unreachable()
    return JSON.stringify(prompt)
  }
  const fork = async (messageId: unknown): Promise<string> =>
    SessionDetail.parse((await test.send('POST', `/sessions/${id}/fork`, { messageId })).json()).id
  const goTo = (messageId: unknown) => test.send('PUT', `/sessions/${id}/head`, { messageId })
  const PINNED = '# Remember\\n\\n- Who goes there?'
  expect(await play(id)).toContain(PINNED)
  expect(await play(await fork(answer))).toContain(PINNED)
  expect(await play(await fork(headId))).not.toContain('Who goes there?')
  await goTo(headId)
  expect(await play(id)).not.toContain('Who goes there?')
  await goTo(answer)
  expect(await play(id)).toContain(PINNED)
})
