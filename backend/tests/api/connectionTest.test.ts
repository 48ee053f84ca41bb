import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ConnectionTest } from '../../src/models/connectionTest/connectionTest.ts'
import { longText } from '../support/longText.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { openFakeProvider, fakeConfig, ready, readyCall } from '../support/fakeProvider.ts'
import { chatChunk, events } from '../support/providerStreams.ts'
import { CANARY, openReplayApp, type ReplayApp } from '../support/replayApp.ts'
import { openTestApp } from '../support/testApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const test = async (baseUrl: string, more: object = {}): Promise<ConnectionTest> =>
  ConnectionTest.parse((await app.send('POST', '/model-configs/test', { ...fakeConfig, baseUrl, ...more })).json())
const codesOf = ({ steps }: ConnectionTest) => steps.map(({ step, ok, code }) => [step, ok, code])

describe('a connection test', () => {
  it('runs all steps and changes nothing', async () => {
    const { url } = await openFakeProvider()
    const before = await app.services.db.selectFrom('modelConfig').selectAll().execute()
    const result = await test(url)
    expect(result.ok).toBe(true)
    expect(codesOf(result).map(([step]) => step)).toEqual(['reach', 'authenticate', 'model', 'stream', 'tool-call'])
    expect(await app.services.db.selectFrom('modelConfig').selectAll().execute()).toEqual(before)
  })

  it('sends each step as a line, and the result last', async () => {
    const { url } = await openFakeProvider()
    const { status, body } = await app.send('POST', '/model-configs/test/steps', { ...fakeConfig, baseUrl: url })
    expect(status).toBe(200)
    const lines = body.trimEnd().split('\n')
    const result = ConnectionTest.parse(JSON.parse(lines.at(-1) ?? ''))
    expect(result.ok).toBe(true)
    expect(lines.slice(0, -1).map((line): unknown => JSON.parse(line))).toEqual(result.steps)
  })

  it('requests the list without the key first', async () => {
    const { url, seen } = await openFakeProvider()
    await test(url)
    expect(seen.slice(0, 2).map(({ headers }) => headers.authorization)).toEqual([undefined, `Bearer ${CANARY}`])
  })

  it("stops at a wrong key with the provider's message, without the key", async () => {
    const { url } = await openFakeProvider({ key: 'another' })
    const result = await test(url)
    expect(codesOf(result)).toEqual([
      ['reach', true, undefined],
      ['authenticate', false, 'invalid-key'],
    ])
    expect(result.steps[1]?.detail).toContain('Wrong key')
    expect(JSON.stringify(result)).not.toContain(CANARY)
  })

  it('stops if there is no server', async () => {
    expect(codesOf(await test('http://127.0.0.1:9'))).toEqual([['reach', false, 'unreachable']])
  })

  it('shows a redirect and does not follow it', async () => {
    const { url } = await openProvider((response) => response.writeHead(302, { location: 'http://x.example' }).end())
    const result = await test(url)
    expect(codesOf(result)).toEqual([['reach', false, 'unreachable']])
    expect(result.steps[0]?.detail).toContain('http://x.example')
  })

  it('suggests the nearest models if the model is not in the list', async () => {
    const { url } = await openFakeProvider()
    const { ok, steps } = await test(url, { modelName: 'quil-2' })
    expect([ok, steps[2]?.hint]).toEqual([true, expect.stringContaining('quill-2')])
  })

  it('warns about a model that calls no tools', async () => {
    const { url } = await openFakeProvider({ toolArguments: null })
    const { status, steps } = await test(url)
    expect([status, steps.at(-1)?.status]).toEqual(['warning', 'warning'])
    expect(steps.at(-1)?.hint).toContain("may ignore a gamebook's rules")
  })

  it('warns about a model that calls tools with other arguments', async () => {
    const { url } = await openFakeProvider({ toolArguments: '{"sentence":"ready"}' })
    const { ok, steps } = await test(url)
    expect([ok, steps.at(-1)?.hint]).toEqual([true, expect.stringContaining('wrong arguments')])
  })

  it('sends the parameters of the form unchanged, drops rejected ones, and says so', async () => {
    const { url, seen } = await openFakeProvider({ rejects: ['temperature', 'seed'] })
    const { status, steps } = await test(url, { temperature: 0.5, seed: 7, topP: 0.9, maxOutputTokens: 4000 })
    expect([status, steps[3]?.hint]).toEqual(['warning', expect.stringMatching(/Temperature.*Seed/)])
    expect(steps[3]?.proposals).toEqual([{ temperature: null }, { seed: null }])
    const asked = seen.filter(({ method }) => method === 'POST').map(({ body }) => body)
    expect(new Set(asked.map(({ max_tokens: limit }) => limit))).toEqual(new Set([4000]))
    expect(asked.at(-1)).toMatchObject({ top_p: 0.9 })
    expect(asked.at(-1)).not.toHaveProperty('temperature')
  })

  it('asks as a session does: the same fields, a strict tool, and the result of its call', async () => {
    const { url, seen } = await openFakeProvider()
    const id = await app.createConfig({ ...fakeConfig, baseUrl: url, topP: 0.9, extraBody: { top_a: 0.2 } })
    await app.send('POST', `/model-configs/${id}/test`)
    const tested = seen.filter(({ method }) => method === 'POST').map(({ body }) => body)
    const sessionId = await app.createSession()
    await app.playTurn(sessionId, id)
    await app.playTurn(sessionId, id)
    const played = seen
      .filter(({ method }) => method === 'POST')
      .slice(tested.length)
      .map(({ body }) => body)
    const fieldsOf = (bodies: typeof tested) => new Set(bodies.map((body) => Object.keys(body).sort().join()))
    expect([...fieldsOf(tested)]).toEqual(expect.arrayContaining([...fieldsOf(played)]))
    expect(tested[1]).toMatchObject({ tools: [{ function: { name: 'report_ready', strict: true } }] })
    expect(JSON.stringify(tested[2]?.['messages'])).toContain('"role":"tool"')
  })

  it('fails if the provider rejects the result of a call', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
      if (JSON.stringify(body['messages']).includes('"role":"tool"')) {
        return answerJson(response, 400, { error: { message: 'The thoughts of the last answer are missing.' } })
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(body['tools'] === undefined ? ready : readyCall())
    })
    const { status, steps } = await test(url)
    expect([status, steps.at(-1)]).toMatchObject([
      'failed',
      { step: 'tool-call', detail: expect.stringContaining('The thoughts of the last answer are missing.') },
    ])
  })

  it('does not wait before it reports a rate limit', async () => {
    const { url } = await openProvider((response, { method }) =>
      method === 'GET'
        ? answerJson(response, 200, { data: [{ id: 'quill-1' }] })
        : answerJson(response, 429, { error: { message: 'Slow down.' } }, { 'retry-after': '15' }),
    )
    const { steps } = await test(url)
    expect(steps.at(-1)).toMatchObject({ step: 'stream', code: 'rate-limited', ms: expect.any(Number) })
    expect(steps.at(-1)?.ms).toBeLessThan(5000)
  })

  it('stops reading a model that never stops writing, and passes it', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      if (body['tools'] !== undefined) return response.end(readyCall())
      return response.write(events(chatChunk({ role: 'assistant', content: longText(7000) })))
    })
    expect((await test(url)).steps[3]).toMatchObject({ step: 'stream', status: 'passed' })
  })

  it('checks the key with OpenRouter, whose list is public', async () => {
    const { url } = await openProvider((response, request) =>
      request.url === '/api/v1/key'
        ? answerJson(response, 401, { error: { message: 'No such user', code: 401 } })
        : answerJson(response, 200, { data: [{ id: 'quill-1' }] }),
    )
    const result = await test(url, { provider: 'openrouter' })
    expect(codesOf(result)).toEqual([
      ['reach', true, undefined],
      ['authenticate', false, 'invalid-key'],
    ])
  })

  it("reads the model's capabilities from Ollama", async () => {
    const { url } = await openProvider((response, { url: path }) => {
      if (path === '/api/tags') return answerJson(response, 200, { models: [] })
      if (path === '/api/show') return answerJson(response, 200, { capabilities: ['completion'] })
      const line = { model: 'm', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content: 'ready' } }
      return response
        .writeHead(200, { 'content-type': 'application/x-ndjson' })
        .end(`${JSON.stringify({ ...line, done: true, done_reason: 'stop', eval_count: 1, prompt_eval_count: 1 })}\n`)
    })
    const { ok, steps } = await test(url, { provider: 'ollama', apiKey: null })
    expect(steps.map(({ step }) => step)).toEqual(['reach', 'model', 'stream', 'tool-call'])
    expect([ok, steps[1]?.hint]).toEqual([true, expect.stringContaining("doesn't support tools")])
  })

  it('does not fail for a missing model list or an unsaved key', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 404, { error: 'no such path' })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(body['tools'] === undefined ? ready : readyCall())
    })
    const { ok, steps } = await test(url)
    expect([ok, steps[1]?.hint]).toEqual([true, expect.stringContaining('no model list')])
  })

  it('of a saved config uses its key and is stored', async () => {
    const { url } = await openFakeProvider()
    const id = await app.createConfig({ ...fakeConfig, baseUrl: url })
    const result = (await app.send('POST', `/model-configs/${id}/test`)).json()
    expect(result.ok).toBe(true)
    expect((await app.send('GET', `/model-configs/${id}`)).json().lastTest).toEqual(result)
  })

  it('does not send the stored key to another host', async () => {
    const [own, other] = [await openFakeProvider(), await openFakeProvider()]
    const id = await app.createConfig({ ...fakeConfig, baseUrl: own.url })
    const { apiKey, ...withoutKey } = fakeConfig
    await app.send('POST', '/model-configs/test', { ...withoutKey, id, baseUrl: other.url })
    expect(other.seen.map(({ headers }) => headers.authorization)).not.toContain(`Bearer ${apiKey}`)
  })
})

describe('the last test of a saved config', () => {
  it('is stored with its time, leaves the config unchanged, and is deleted with it', async () => {
    const opened = await openTestApp()
    const { db } = opened.services
    const rows = () => db.selectFrom('modelConfig').selectAll().execute()
    const [builtin] = await rows()
    const id = builtin?.id ?? ''
    const ask = async () => ConnectionTest.parse((await opened.send('POST', `/model-configs/${id}/test`)).json())
    const [first, second] = [await ask(), await ask()]
    expect(await rows()).toEqual([builtin])
    expect(first.steps.map(({ step }) => step)).toEqual(['stream', 'tool-call'])
    const listed = (await opened.get('/model-configs')).json().data
    expect(listed).toMatchObject([{ id, lastTest: second }])
    expect(Date.parse(second.testedAt)).toBeLessThanOrEqual(Date.now())
    await opened.send('DELETE', `/model-configs/${id}`)
    expect(await db.selectFrom('connectionTest').selectAll().execute()).toEqual([])
  })
})
