import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { listAllRequests } from '../../src/db/models/requestQueries.ts'
import { createRequestMask } from '../../src/models/keys/requestMask.ts'
import { withRequestObserver } from '../../src/models/transport/requestObserver.ts'
import { getRequestBody } from '../../src/web/api/request/getRequest.ts'
import { GARDEN_ID } from '../support/garden.ts'
import { waitForAnswer } from '../support/play.ts'
import { openTestApp, type TestApp } from '../support/testApp.ts'

const SECRET = 'sekret-0123456789'
const SESSIONS = 10
const REQUESTS = 100
const MODEL = { label: 'm', provider: 'openai-compatible', modelName: 'm', host: 'localhost' }

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('"', '\\', '],"tools":[', '\u2028', '🜂', '{"messages":[', ',', '\n```\n', '\uFEFF'),
)
const message = fc.record({ role: fc.constantFrom('system', 'user', 'assistant'), content: text })
const body = fc.record({
  model: text,
  messages: fc.array(message, { maxLength: 8 }),
  tools: fc.array(fc.record({ name: text, parameters: fc.jsonValue({ maxDepth: 2 }) }), { maxLength: 3 }),
  extra: fc.jsonValue({ maxDepth: 2 }),
})

describe('the record of requests', () => {
  it('shows the bytes that were handed to fetch, with masked secrets, of a thousand random requests', async () => {
    const test = await openTestApp()
    const { db } = test.services
    for (let seed = 1; seed <= SESSIONS; seed += 1) {
      const made = await test.send('POST', '/sessions', { gamebookId: GARDEN_ID })
      const sessionId = String(made.json().id)
      await waitForAnswer(test, sessionId)
      const received = await sendRandom(test, sessionId, seed)
      const stored = await listAllRequests(db, sessionId)
      expect(stored).toHaveLength(REQUESTS)
      for (const [at, { id }] of stored.entries()) {
        expect(await getRequestBody({ db }, id)).toBe(received[at]?.replaceAll(SECRET, '********'))
      }
    }
  })
})

/** Sends requests of a session, and returns the bodies that `fetch` received. */
async function sendRandom({ services: { requests } }: TestApp, sessionId: string, seed: number): Promise<string[]> {
  const received: string[] = []
  const mask = createRequestMask({ apiKey: null, extraHeaders: null, extraBody: { api_key: SECRET } })
  const observed = withRequestObserver(async (_, init) => {
    if (typeof init?.body === 'string') received.push(init.body)
    return new Response('')
  }, mask)
  // Each begins with the messages of the one before it, as the requests of a story do.
  let history: readonly unknown[] = []
  for (const random of fc.sample(body, { numRuns: REQUESTS, seed })) {
    history = [...history, ...random.messages].slice(-12)
    const sent = JSON.stringify({ ...random, messages: history, api_key: SECRET })
    const context = { purpose: 'turn', sessionId, messageId: null, step: 1, modelConfigId: null } as const
    const call = requests.open({ ...context, model: MODEL, prices: null })
    await call.observe(() => observed('http://localhost/', { method: 'POST', body: sent }))
    call.end({ outcome: 'done', usage: null })
  }
  await requests.settled()
  return received
}
