import { describe, expect, it } from 'vitest'

import { RetryAccepted, TurnAccepted } from '../../src/web/schemas/message.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { walkToGate } from '../support/garden.ts'
import { getSession, sendMessage, waitForAnswer, startSession, textOf, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp } from '../support/testApp.ts'

const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'

describe('a message', () => {
  it('is stored at once, with the id of its pending answer', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'The gate is warm.')) })
    const { id, headId } = await startSession(test)
    const answer = await test.send('POST', `/sessions/${id}/messages`, { text: '  To the gate.  ' })
    expect(answer.statusCode).toBe(202)
    const { message, answerId } = TurnAccepted.parse(answer.json())
    expect(message).toMatchObject({ role: 'player', status: 'done', parentId: headId, siblingIds: [message.id] })
    expect(textOf(message)).toBe('To the gate.')

    const running = await getSession(test, id)
    expect(running.messages.at(-1)).toMatchObject({ id: answerId, status: 'streaming', parentId: message.id })
    hold.open()
    expect((await waitForAnswer(test, id)).messages.at(-1)).toMatchObject({ id: answerId, status: 'done' })
  })

  it('is refused while the narrator answers, and one of two at once is accepted', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'Yes.')) })
    const { id } = await startSession(test)
    const send = (text: string) => test.send('POST', `/sessions/${id}/messages`, { text })
    const answers = await Promise.all([send('One.'), send('Two.')])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 409])
    expect(problemIn(await send('Three.'))).toMatchObject({ status: 409, code: 'turn-running' })
    hold.open()
    expect((await waitForAnswer(test, id)).messages).toHaveLength(3)
  })

  it.each([
    ['no words', { text: '   ' }],
    ['too many words', { text: 'x'.repeat(100_000) }],
    ['a number for words', { text: 7 }],
    ['an unknown field', { text: 'Hello', role: 'narrator' }],
    ['a model that is no id', { text: 'Hello', modelConfigId: 'gpt' }],
  ])('with %s is refused', async (_case, body) => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const problem = problemIn(await test.send('POST', `/sessions/${id}/messages`, body))
    expect(problem).toMatchObject({ status: 422, code: 'invalid-input', errors: expect.any(Object) })
    expect((await getSession(test, id)).messages).toHaveLength(1)
  })

  it('can be answered by another model without changing the chosen one', async () => {
    const test = await openTestApp()
    const { id, modelConfigId } = await startSession(test)
    const config = { name: 'For once', provider: 'builtin', modelName: 'builtin' }
    const other = (await test.send('POST', '/model-configs', config)).json()
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Hello', modelConfigId: other.id })
    const session = await waitForAnswer(test, id)
    expect(session.modelConfigId).toBe(modelConfigId)
    expect(session.messages.at(-1)).toMatchObject({ modelConfigId: other.id, model: { configName: 'For once' } })
  })
})

describe('Stop', () => {
  it('ends the answer and keeps its text', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Once upon', new Promise(() => {}))) })
    const { id } = await startSession(test)
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Tell me.' })
    while (textOf(test.services.engine.runningAnswer(id) ?? { parts: [] }) === '') await new Promise(setImmediate)
    const answer = await test.send('POST', `/sessions/${id}/stop`)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    const last = (await getSession(test, id)).messages.at(-1)
    expect(last).toMatchObject({ status: 'stopped', parts: [{ text: 'Once upon' }] })
  })

  it('ends an answer that has not started', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Once upon', new Promise(() => {}))) })
    const { id } = await startSession(test)
    const { paths, turns } = test.services
    const begun = turns.start(id, async ({ headId }) => {
      await hold.opened
      return { path: await paths.load(id, headId), text: 'Tell me.' }
    })
    const stopped = turns.stop(id)
    hold.open()
    const { answerId } = await begun
    await stopped
    expect((await getSession(test, id)).messages.at(-1)).toMatchObject({ id: answerId, status: 'stopped' })
  })

  it('does nothing if nothing is running', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    expect((await test.send('POST', `/sessions/${id}/stop`)).statusCode).toBe(204)
  })
})

describe('Retry', () => {
  it('adds a version of the answer', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('First.'), text('Second.')) })
    const { id } = await startSession(test)
    const [, words, first] = (await sendMessage(test, id, 'Look.')).messages
    const answer = await test.send('POST', `/sessions/${id}/messages/${String(first?.id)}/retry`)
    expect(answer.statusCode).toBe(202)
    const { answerId } = RetryAccepted.parse(answer.json())
    const session = await waitForAnswer(test, id)
    expect(textsOf(session)).toEqual(['Dawn.', 'Look.', 'Second.'])
    expect(session.messages.at(-1)).toMatchObject({
      id: answerId,
      parentId: words?.id,
      siblingIds: [first?.id, answerId],
    })
  })

  it('works after an error, which is shown below the text that arrived', async () => {
    const broken = fakeModel(
      text('Dawn.'),
      [{ type: 'text-delta', id: '1', delta: 'Half a' }, new Error('boom: sk-secret')],
      text('A whole sentence.'),
    )
    const test = await openTestApp({ model: broken })
    const { id } = await startSession(test)
    const failed = (await sendMessage(test, id, 'Look.')).messages.at(-1)
    expect(failed).toMatchObject({ parts: [{ text: 'Half a' }], error: { hint: expect.any(String) } })
    expect(JSON.stringify(failed)).not.toContain('sk-secret')
    await test.send('POST', `/sessions/${id}/messages/${String(failed?.id)}/retry`, {})
    expect(textsOf(await waitForAnswer(test, id)).at(-1)).toBe('A whole sentence.')
  })

  it('generates the opening again', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('Dusk.')) })
    const { id, messages } = await startSession(test)
    await test.send('POST', `/sessions/${id}/messages/${String(messages[0]?.id)}/retry`)
    const session = await waitForAnswer(test, id)
    expect(textsOf(session)).toEqual(['Dusk.'])
    expect(session.messages[0]?.siblingIds).toHaveLength(2)
  })

  it('of a player message generates its answer without repeating the message', async () => {
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text('First.'), text('Second.')) })
    const { id } = await startSession(test)
    const [, words, first] = (await sendMessage(test, id, 'Look.')).messages
    const answer = await test.send('POST', `/sessions/${id}/messages/${String(words?.id)}/retry`)
    const { answerId } = RetryAccepted.parse(answer.json())
    const session = await waitForAnswer(test, id)
    expect(textsOf(session)).toEqual(['Dawn.', 'Look.', 'Second.'])
    expect(session.messages[1]).toEqual(words)
    expect(session.messages[2]?.siblingIds).toEqual([first?.id, answerId])
  })

  it('rejects an unknown message', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const retry = (messageId: string) => test.send('POST', `/sessions/${id}/messages/${messageId}/retry`)
    expect(problemIn(await retry(UNKNOWN))).toMatchObject({ status: 404, code: 'message-not-found' })
  })

  it('rejects a message of another session', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    const other = await startSession(test)
    const answer = await test.send('POST', `/sessions/${id}/messages/${String(other.headId)}/retry`)
    expect(problemIn(answer).code).toBe('message-not-found')
  })
})

describe('Edit', () => {
  it('adds a version of the message, at the state before it', async () => {
    const test = await openTestApp({
      model: fakeModel(text('Dawn.'), walkToGate(), text('Warm iron.'), text('You sit down.')),
    })
    const { id } = await startSession(test)
    const before = await sendMessage(test, id, 'To the gate.')
    expect(before.place).toBe('Iron gate')
    const words = before.messages[1]
    const answer = await test.send('POST', `/sessions/${id}/messages/${String(words?.id)}/edit`, {
      text: 'I sit down.',
    })
    expect(answer.statusCode).toBe(202)
    const { message } = TurnAccepted.parse(answer.json())
    expect(message.siblingIds).toEqual([words?.id, message.id])
    const session = await waitForAnswer(test, id)
    expect(textsOf(session)).toEqual(['Dawn.', 'I sit down.', 'You sit down.'])
    expect(session.place).toBe('Wet lawn')
  })

  it('accepts only player messages', async () => {
    const test = await openTestApp()
    const { id, headId } = await startSession(test)
    const answer = await test.send('POST', `/sessions/${id}/messages/${String(headId)}/edit`, { text: 'Mine.' })
    expect(problemIn(answer)).toMatchObject({ status: 409, code: 'wrong-role' })
  })
})

describe('Restart', () => {
  it('starts a new branch from the opening and keeps the old one', async () => {
    const test = await openTestApp({
      model: fakeModel(text('Dawn.'), walkToGate(), text('Warm iron.'), text('Dawn again.')),
    })
    const { id } = await startSession(test)
    const before = await sendMessage(test, id, 'To the gate.')
    const answer = await test.send('POST', `/sessions/${id}/restart`)
    expect(answer.statusCode).toBe(200)
    const session = await waitForAnswer(test, id)
    expect(textsOf(session)).toEqual(['Dawn again.'])
    expect(session.place).toBe('Wet lawn')
    expect(session.messages[0]?.siblingIds).toContain(before.messages[0]?.id)
    expect(session.messageCount).toBe(4)
  })
})
