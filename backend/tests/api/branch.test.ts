import { describe, expect, it } from 'vitest'

import { SessionDetail } from '../../src/web/schemas/session.ts'
import { fakeModel, gate, text } from '../support/fakeModel.ts'
import { walkToGate } from '../support/garden.ts'
import { getSession, sendMessage, waitForAnswer, startSession, textsOf } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const UNKNOWN = '01234567-89ab-7def-8123-456789abcdef'

const walk = () => fakeModel(text('Dawn.'), walkToGate(), text('Warm iron.'), text('It creaks.'), text('A bird.'))

async function moveHead(test: TestApp, id: string, messageId: string | undefined, descend?: boolean) {
  const body = { messageId, ...(descend !== undefined && { descend }) }
  return test.send('PUT', `/sessions/${id}/head`, body)
}

const headAt = async (...call: Parameters<typeof moveHead>) => SessionDetail.parse((await moveHead(...call)).json())

describe('moving the head', () => {
  it('undoes upward and redoes downward', async () => {
    const test = await openTestApp({ model: walk() })
    const { id, headId } = await startSession(test)
    const played = await sendMessage(test, id, 'To the gate.')
    const undone = await headAt(test, id, String(headId))
    expect(textsOf(undone)).toEqual(['Dawn.'])
    expect(undone).toMatchObject({ place: 'Wet lawn', redoId: played.headId, messageCount: 3 })
    const redone = await headAt(test, id, String(undone.redoId))
    expect(redone).toMatchObject({ place: 'Iron gate', redoId: null, headId: played.headId })
    expect(await getSession(test, id)).toEqual(redone)
  })

  it('to a player message goes to its newest answer', async () => {
    const test = await openTestApp({ model: walk() })
    const { id } = await startSession(test)
    const [, words, answer] = (await sendMessage(test, id, 'To the gate.')).messages
    await sendMessage(test, id, 'Push.')
    expect((await headAt(test, id, words?.id)).headId).toBe(answer?.id)
  })

  it('with descend goes to the newest message below', async () => {
    const test = await openTestApp({ model: walk() })
    const { id, headId } = await startSession(test)
    await sendMessage(test, id, 'To the gate.')
    const deep = await sendMessage(test, id, 'Push.')
    await headAt(test, id, String(headId))
    expect((await headAt(test, id, String(headId), true)).headId).toBe(deep.headId)
  })

  it('starts another branch when play continues from there', async () => {
    const test = await openTestApp({ model: walk() })
    const { id, headId } = await startSession(test)
    const first = await sendMessage(test, id, 'To the gate.')
    await headAt(test, id, String(headId))
    const second = await sendMessage(test, id, 'Wait.')
    expect(second.place).toBe('Wet lawn')
    expect(second.messages[1]?.siblingIds).toEqual([first.messages[1]?.id, second.messages[1]?.id])
    expect((await headAt(test, id, String(first.headId))).place).toBe('Iron gate')
  })

  it('is refused while the narrator answers and for an unknown message', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'Yes.')) })
    const { id, headId } = await startSession(test)
    expect(problemIn(await moveHead(test, id, UNKNOWN))).toMatchObject({ status: 404, code: 'message-not-found' })
    await test.send('POST', `/sessions/${id}/messages`, { text: 'Well?' })
    expect(problemIn(await moveHead(test, id, String(headId)))).toMatchObject({ status: 409, code: 'turn-running' })
    hold.open()
    await waitForAnswer(test, id)
  })
})

describe('a fork', () => {
  it('has the story up to a message and is independent of the original', async () => {
    const test = await openTestApp({ model: walk() })
    const { id } = await startSession(test)
    const played = await sendMessage(test, id, 'To the gate.')
    await sendMessage(test, id, 'Push.')
    const answer = await test.send('POST', `/sessions/${id}/fork`, { messageId: played.headId })
    expect(answer.statusCode).toBe(201)
    const fork = SessionDetail.parse(answer.json())
    expect(fork.id).not.toBe(id)
    expect(textsOf(fork)).toEqual(['Dawn.', 'To the gate.', 'Warm iron.'])
    expect(fork).toMatchObject({ place: 'Iron gate', messageCount: 3 })
    expect(fork.messages.map((message) => message.id)).not.toContain(played.headId)

    expect(textsOf(await sendMessage(test, fork.id, 'Listen.')).at(-1)).toBe('A bird.')
    expect((await getSession(test, id)).messages).toHaveLength(5)
    expect((await test.send('DELETE', `/sessions/${id}`)).statusCode).toBe(204)
    expect((await getSession(test, fork.id)).messages).toHaveLength(5)
  })

  it('is refused for an unfinished answer', async () => {
    const hold = gate()
    const test = await openTestApp({ model: fakeModel(text('Dawn.'), text(hold.opened, 'Yes.')) })
    const { id } = await startSession(test)
    const { answerId } = (await test.send('POST', `/sessions/${id}/messages`, { text: 'Well?' })).json()
    const answer = await test.send('POST', `/sessions/${id}/fork`, { messageId: answerId })
    expect(problemIn(answer)).toMatchObject({ status: 409, code: 'turn-running' })
    hold.open()
    await waitForAnswer(test, id)
  })
})
