import { describe, expect, it } from 'vitest'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { walkToGate } from '../support/garden.ts'
import { getSession, sendMessage, startSession, textsOf, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const walk = () => fakeModel(text('Dawn.'), walkToGate(), text('Warm iron.'), text('It creaks.'), text('A bird.'))

const duplicate = async (test: TestApp, id: string) => {
  const answer = await test.send('POST', `/sessions/${id}/duplicate`)
  expect(answer.statusCode).toBe(201)
  return SessionDetail.parse(answer.json())
}

describe('a duplicate', () => {
  it('has all versions of all messages, and the same place in them', async () => {
    const test = await openTestApp({ model: walk() })
    const { id, headId } = await startSession(test)
    await sendMessage(test, id, 'To the gate.')
    await test.send('PUT', `/sessions/${id}/head`, { messageId: headId })
    const original = await sendMessage(test, id, 'Wait.')
    const copy = await duplicate(test, id)
    expect(textsOf(copy)).toEqual(textsOf(original))
    expect(copy).toMatchObject({ place: original.place, messageCount: 5, title: 'The Garden Gate (copy)' })
    const [, message] = copy.messages
    expect(message?.siblingIds).toHaveLength(2)
    const other = await test.send('PUT', `/sessions/${copy.id}/head`, {
      messageId: message?.siblingIds[0],
      descend: true,
    })
    expect(textsOf(SessionDetail.parse(other.json()))).toEqual(['Dawn.', 'To the gate.', 'Warm iron.'])
    const ids = new Set(original.messages.map((one) => one.id))
    expect(copy.messages.filter((one) => ids.has(one.id))).toEqual([])
  })

  it('is independent of the original', async () => {
    const test = await openTestApp({ model: walk() })
    const { id } = await startSession(test)
    const copy = await duplicate(test, id)
    await sendMessage(test, copy.id, 'To the gate.')
    expect((await getSession(test, id)).messages).toHaveLength(1)
    await test.send('DELETE', `/sessions/${id}?forever=true`)
    expect((await getSession(test, copy.id)).messages).toHaveLength(3)
  })

  it('keeps the settings, and numbers its name', async () => {
    const test = await openTestApp()
    const { id } = await startSession(test)
    await test.send('PATCH', `/sessions/${id}`, { settings: { length: 90 }, title: 'A'.repeat(255) })
    const copy = await duplicate(test, id)
    expect(copy.settings.length).toBe(90)
    expect(copy.title).toBe(`${'A'.repeat(248)} (copy)`)
    expect((await duplicate(test, copy.id)).title).toBe(`${'A'.repeat(246)} (copy 2)`)
  })

  it('is refused while the narrator answers', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'Yes.')) })
    const { id } = await startSession(test)
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Well?' })
    const answer = await test.send('POST', `/sessions/${id}/duplicate`)
    expect(problemIn(answer)).toMatchObject({ status: 409, code: 'turn-running' })
    hold.open()
    await waitForAnswer(test, id)
  })
})
