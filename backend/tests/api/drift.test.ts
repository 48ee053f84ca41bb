import { describe, expect, it } from 'vitest'

import { SentRequestList } from '../../src/web/schemas/request.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { getSession, sendMessage, startSession, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openProvider } from '../support/provider.ts'
import { chat } from '../support/providerStreams.ts'
import { openTestApp } from '../support/testApp.ts'

const LAWN = 'You are on the wet lawn, and a forgotten ball lies in the grass before you.'
const WRONG = 'You walk into the orchard.'
const FACT = 'You are still at the wet lawn.'
const ANSWERS = [LAWN, `A bell rings. ${WRONG} It is late.`, 'You wait on the wet lawn, and nothing at all moves here.']

interface SentMessage {
  readonly role: string
  readonly content: string
}

/** A session whose provider writes the answers in their order, and the last one again and again. */
async function openDrifted() {
  const provider = await openProvider((response) => {
    const content = ANSWERS[Math.min(provider.seen.length, ANSWERS.length) - 1] ?? ''
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(chat({ role: 'assistant', content }))
  })
  const test = await openTestApp({ usesRealModels: true })
  const config = { name: 'Quill', provider: 'openai-compatible', modelName: 'quill', baseUrl: `${provider.url}/v1` }
  const { id: modelConfigId } = (await test.send('POST', '/model-configs', config)).json()
  const { id } = (await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })).json()
  await waitForAnswer(test, id)
  const requests = (): readonly (readonly SentMessage[])[] =>
    provider.seen.map(({ body }) => JSON.parse(JSON.stringify(body)).messages)
  const lastRequest = (): string => JSON.stringify(requests().at(-1))
  return { test, id, requests, lastRequest }
}

describe('an answer that differs from the state of the story', () => {
  it('comes with its findings, and later requests have the fact after its sentence', async () => {
    const { test, id, requests, lastRequest } = await openDrifted()
    const { messages } = await sendMessage(test, id, 'On.')
    expect(messages.at(0)?.driftFindings).toEqual([])
    expect(messages.at(1)?.driftFindings).toBeNull()
    const text = `A bell rings. ${WRONG} It is late.`
    expect(messages.at(2)?.driftFindings).toEqual([
      expect.objectContaining({ kind: 'moved-unconfirmed', certainty: 'sure', fact: FACT }),
    ])
    const [finding] = messages.at(2)?.driftFindings ?? []
    expect(text.slice(finding?.start, finding?.end)).toContain('into the orchard')

    await sendMessage(test, id, 'I wait.')
    expect(lastRequest()).toContain(`${WRONG} [Not so: ${FACT}] It is late.`)
    const before = requests().at(-1) ?? []
    await sendMessage(test, id, 'I wait again.')
    const after = requests().at(-1) ?? []
    expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1))
    expect(after[0]).toEqual(requests()[0]?.[0])
  })

  it('is counted with what the narrator knows, while it is part of the story', async () => {
    const { test, id } = await openDrifted()
    const marked = async (): Promise<unknown> => (await test.get(`/sessions/${id}/memory`)).json().marked
    expect(await marked()).toBe(0)
    const { messages } = await sendMessage(test, id, 'On.')
    expect(await marked()).toBe(1)
    await test.send('PUT', `/sessions/${id}/head`, { messageId: messages[0]?.id })
    expect(await marked()).toBe(0)
  })

  it('keeps its findings in a fork', async () => {
    const { test, id } = await openDrifted()
    const { headId, messages } = await sendMessage(test, id, 'On.')
    const fork = await test.send('POST', `/sessions/${id}/fork`, { messageId: headId })
    const copy = await getSession(test, fork.json().id)
    expect(copy.messages.at(-1)?.driftFindings).toEqual(messages.at(-1)?.driftFindings)
  })

  it('is not checked in a session that has the check off, and is when it is on again', async () => {
    const { test, id } = await openDrifted()
    await test.send('PATCH', `/sessions/${id}`, { settings: { driftCheck: 'off' } })
    expect((await sendMessage(test, id, 'On.')).messages.at(-1)?.driftFindings).toBeNull()
    await test.send('PATCH', `/sessions/${id}`, { settings: { driftCheck: 'mark' } })
    expect((await sendMessage(test, id, 'On.')).messages.at(-1)?.driftFindings).toEqual([])
    const refused = await test.send('PATCH', `/sessions/${id}`, { settings: { driftCheck: 'always' } })
    expect(problemIn(refused).code).toBe('invalid-input')
  })

  it('has another one in its place, with what is true, if the session asks for that', async () => {
    const { test, id, requests, lastRequest } = await openDrifted()
    await test.send('PATCH', `/sessions/${id}`, { settings: { driftCheck: 'repair' } })
    const { messages, headId } = await sendMessage(test, id, 'On.')
    expect(messages.at(-1)).toMatchObject({ id: headId, driftFindings: [] })
    expect(messages.at(-1)?.siblingIds).toEqual([expect.any(String), headId])
    expect(requests()).toHaveLength(3)
    expect(lastRequest()).toContain(FACT)
    await test.services.requests.settled()
    const sent = SentRequestList.parse((await test.get(`/requests?sessionId=${id}`)).json()).data
    expect(sent.map(({ purpose }) => purpose)).toEqual(['drift-retry', 'turn', 'turn'])
  })

  it('is not checked if the built-in narrator wrote it', async () => {
    const test = await openTestApp()
    const { messages } = await startSession(test)
    expect(messages.at(-1)).toMatchObject({ role: 'narrator', driftFindings: null })
  })
})

describe('a retry with the facts', () => {
  it('sends the sentence and what is true, in this request only', async () => {
    const { test, id, lastRequest } = await openDrifted()
    const { headId } = await sendMessage(test, id, 'On.')
    const retry = async (body: object): Promise<string> => {
      await test.send('POST', `/sessions/${id}/messages/${String(headId)}/retry`, body)
      await waitForAnswer(test, id)
      return lastRequest()
    }
    const plain = await retry({})
    expect(plain).not.toContain('orchard.')
    const asked = await retry({ withFacts: true })
    expect(asked).toContain(`${WRONG}\\" ${FACT}`)
    expect(asked.split(WRONG)).toHaveLength(2)
    expect(await retry({ withFacts: false })).toBe(plain)
    await retry({ withFacts: true })
    await sendMessage(test, id, 'I wait.')
    expect(lastRequest()).not.toContain(WRONG)
  })

  it('is a plain retry of an answer without marks, and of a message', async () => {
    const { test, id, requests, lastRequest } = await openDrifted()
    const { messages } = await sendMessage(test, id, 'On.')
    const [opening, words] = messages
    const first = requests()[1]
    for (const message of [words, opening]) {
      const sent = await test.send('POST', `/sessions/${id}/messages/${String(message?.id)}/retry`, { withFacts: true })
      expect(sent.statusCode).toBe(202)
      await waitForAnswer(test, id)
      expect(lastRequest()).not.toContain('not so')
      if (message === words) expect(requests().at(-1)).toEqual(first)
    }
  })
})
