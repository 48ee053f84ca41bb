import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import { expect, it } from 'vitest'

import { SessionMemory } from '../../src/web/schemas/memory.ts'
import { sendMessage, startSession } from '../support/play.ts'
import { openProvider } from '../support/provider.ts'
import { chat } from '../support/providerStreams.ts'
import { openTestApp } from '../support/testApp.ts'

/** An answer that repeats itself would be cut. */
const ANSWER = Array.from({ length: 25 }, (_, drop) => `It rains on leaf ${drop * drop}.`).join(' ')
const SUMMARY = 'Somebody left a lantern at the gate.'

/** A session with a model that answers its turns, and its requests for summaries only when it is `awake`. */
async function open() {
  const limits: AbortController[] = []
  const waiting: ServerResponse[] = []
  const model = { isAwake: false }
  const provider = await openProvider((response, { body }) => {
    const isSummary = JSON.stringify(body).includes('Sum up what was played')
    if (isSummary && !model.isAwake) return waiting.push(response)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(chat({ role: 'assistant', content: isSummary ? SUMMARY : ANSWER }))
  })
  const test = await openTestApp({
    usesRealModels: true,
    newSummaryLimit: () => {
      const limit = new AbortController()
      limits.push(limit)
      return limit.signal
    },
  })
  const config = { name: 'Small', provider: 'openai-compatible', modelName: 'small', baseUrl: `${provider.url}/v1` }
  const made = await test.send('POST', '/model-configs', { ...config, contextWindow: 4200, maxOutputTokens: 100 })
  const { id } = await startSession(test)
  await test.send('PATCH', `/sessions/${id}`, { modelConfigId: made.json().id })
  const play = async (): Promise<void> => {
    const { messages } = await sendMessage(test, id, 'On.')
    expect(messages.at(-1)).toMatchObject({ status: 'done', error: null })
  }
  const readSummary = async () => SessionMemory.parse((await test.get(`/sessions/${id}/memory`)).json()).summary
  return { test, limits, waiting, model, play, readSummary }
}

it('goes on with the story while a summary never comes, gives it up, and gets the next one', async () => {
  const { test, limits, waiting, model, play, readSummary } = await open()
  // A local server is interrupted twice by the turns.
  for (let turn = 0; waiting.length < 3; turn += 1) {
    expect(turn).toBeLessThan(60)
    await play()
  }
  for (let turn = 0; turn < 5; turn += 1) await play()
  expect([limits.length, waiting.length]).toEqual([3, 3])
  expect(await readSummary()).toBeNull()

  const [dropped] = waiting.slice(-1)
  const closed = dropped === undefined ? expect.unreachable() : once(dropped, 'close')
  limits.at(-1)?.abort(new Error('It took too long.'))
  await Promise.all([closed, test.services.summaries.settled()])

  model.isAwake = true
  for (let turn = 0; (await readSummary()) === null; turn += 1) {
    expect(turn).toBeLessThan(20)
    await play()
    await test.services.summaries.settled()
  }
  expect(await readSummary()).toMatchObject({ text: SUMMARY, source: 'model' })
  expect(waiting).toHaveLength(3)
})
