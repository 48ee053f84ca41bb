import type { ServerResponse } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { LiveEvent } from '../../src/web/schemas/live.ts'
import { SearchResult } from '../../src/web/schemas/search.ts'
import type { SessionDetail } from '../../src/web/schemas/session.ts'
import { applyEvents } from '../support/applyEvent.ts'
import { type EventStream, openEvents } from '../support/eventStream.ts'
import { gate } from '../support/fakeModel.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { getSession, sendMessage, waitForAnswer } from '../support/play.ts'
import { problemIn } from '../support/problem.ts'
import { openProvider } from '../support/provider.ts'
import { chat, chatChunk, DONE, events } from '../support/providerStreams.ts'
import { openTestApp } from '../support/testApp.ts'

const WITHDRAWN = 'The orchard glitters.'
const KEPT = 'The gate lies in between.'

/** Text, and then a call that the engine refuses: the orchard is no neighbor of the lawn. */
const tooFar = events(
  chatChunk({ role: 'assistant', content: WITHDRAWN }),
  chatChunk({
    tool_calls: [
      { index: 0, id: 'c1', type: 'function', function: { name: 'walk_to', arguments: '{"to":"orchard"}' } },
    ],
  }),
  chatChunk({}, 'tool_calls'),
)
const say = (content: string): string => chat({ role: 'assistant', content })

/** The app and its provider, both over HTTP. The answer goes on after the withdrawal when `goOn` is open. */
async function open() {
  const goOn = gate()
  const answers = [say('Dawn.'), tooFar + DONE, say(KEPT), say('You wait.')]
  const respond = (response: ServerResponse, answer: string): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer)
  }
  const provider = await openProvider((response) => {
    const answer = answers[Math.min(provider.seen.length, answers.length) - 1] ?? ''
    if (answer.includes(KEPT)) void goOn.opened.then(() => respond(response, answer))
    else respond(response, answer)
  })
  const test = await openTestApp({ usesRealModels: true })
  const config = { name: 'Quill', provider: 'openai-compatible', modelName: 'quill', baseUrl: `${provider.url}/v1` }
  const { id: modelConfigId } = (await test.send('POST', '/model-configs', config)).json()
  const { id } = (await test.send('POST', '/sessions', { gamebookId: GARDEN_ID, modelConfigId })).json()
  await waitForAnswer(test, id)
  const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  const listen = async (): Promise<EventStream> => {
    const stream = await openEvents(address, id)
    onTestFinished(() => stream.close())
    await stream.next(({ type }) => type === 'snapshot')
    return stream
  }
  return { test, id, provider, goOn, listen }
}

const storyOf = ({ messages }: SessionDetail): string =>
  messages
    .flatMap(({ parts }) => parts)
    .map((part) => (part.type === 'text' && part.withdrawn === undefined ? part.text : ''))
    .join('\n')

const partsOf = ({ events: seen }: EventStream) => applyEvents(seen).messages.at(-1)?.parts

const isWithdrawal = ({ type }: LiveEvent): boolean => type === 'part-withdrawn'
const isEnd = ({ type }: LiveEvent): boolean => type === 'message-end'

describe('text that a narrator takes back', () => {
  it('leaves the page at once, and is not part of the story after connecting again', async () => {
    const { test, id, goOn, listen } = await open()
    const early = await listen()
    await test.send('POST', `/sessions/${id}/messages`, { text: 'To the orchard.' })
    const withdrawal = await early.next(isWithdrawal)
    expect(withdrawal).toMatchObject({ reason: 'refused-call' })
    expect(early.events.some((event) => event.type === 'part-delta' && event.text === WITHDRAWN)).toBe(true)
    expect(storyOf(applyEvents(early.events))).not.toContain(WITHDRAWN)

    const between = await listen()
    expect(between.events.some(isWithdrawal)).toBe(false)
    expect(partsOf(between)).toEqual(partsOf(early))
    expect(partsOf(between)).toMatchObject([{ text: WITHDRAWN, withdrawn: 'refused-call' }, { type: 'tool-call' }])
    expect(storyOf(applyEvents(between.events))).not.toContain(WITHDRAWN)

    goOn.open()
    await Promise.all([early.next(isEnd), between.next(isEnd)])
    const late = await listen()
    for (const { events: seen } of [early, between, late]) {
      expect(storyOf(applyEvents(seen))).toContain(KEPT)
      expect(storyOf(applyEvents(seen))).not.toContain(WITHDRAWN)
      expect(applyEvents(seen).messages).toEqual((await getSession(test, id)).messages)
    }
  })

  it('is found by no search, held by no pin, and sent in no later request', async () => {
    const { test, id, provider, goOn } = await open()
    goOn.open()
    const { headId } = await sendMessage(test, id, 'To the orchard.')
    const search = async (q: string) =>
      SearchResult.parse((await test.get(`/sessions/${id}/search?q=${q}`)).json()).data.map(({ excerpt }) => excerpt)
    expect(await search('glitters')).toEqual([])
    expect(await search('between')).toEqual([KEPT])
    const pin = (text: string) => test.send('POST', `/sessions/${id}/pins`, { messageId: headId, text })
    expect(problemIn(await pin('The orchard'))).toMatchObject({ code: 'pin-not-in-message' })
    expect((await pin('The gate')).statusCode).toBe(201)

    await sendMessage(test, id, 'I wait.')
    const sent = JSON.stringify(provider.seen.at(-1)?.body)
    expect(sent).toContain(KEPT)
    expect(sent).not.toContain(WITHDRAWN)
  })
})
