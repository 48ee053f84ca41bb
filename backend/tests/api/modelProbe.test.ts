import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ConnectionTest } from '../../src/db/models/connectionTest.ts'
import { answerJson, openProvider } from '../kit/provider.ts'
import { CANARY, openReplayApp, type ReplayApp } from '../kit/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const stream = (...events: object[]): string =>
  [...events.map((event) => `data: ${JSON.stringify(event)}\n\n`), 'data: [DONE]\n\n'].join('')
const chunk = (delta: object, finish: string | null = null) => ({
  id: 'c',
  created: 0,
  model: 'quill-1',
  choices: [{ index: 0, delta, finish_reason: finish }],
})
const word = stream(chunk({ role: 'assistant', content: 'ready' }), chunk({}, 'stop'))
const call = { index: 0, id: 'c1', type: 'function', function: { name: 'report_ready', arguments: '{"word":"ready"}' } }
const called = stream(chunk({ role: 'assistant', tool_calls: [call] }), chunk({}, 'tool_calls'))

interface Behaviour {
  readonly key?: string
  readonly models?: readonly string[]
  readonly callsTools?: boolean
}

const openQuill = ({ key = CANARY, models = ['quill-1', 'quill-2'], callsTools = true }: Behaviour = {}) =>
  openProvider((response, { method, headers, body }) => {
    if (headers.authorization !== `Bearer ${key}`) {
      return answerJson(response, 401, { error: { message: `Wrong key: ${headers.authorization ?? 'none'}` } })
    }
    if (method === 'GET') return answerJson(response, 200, { data: models.map((id) => ({ id })) })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(body.tools !== undefined && callsTools ? called : word)
  })

const draft = { provider: 'openai-compatible', modelName: 'quill-1', apiKey: CANARY }
const test = async (baseUrl: string, more: object = {}) =>
  (await app.send('POST', '/model-configs/test', { ...draft, baseUrl, ...more })).json()
const codesOf = (result: unknown) => ConnectionTest.parse(result).steps.map(({ step, ok, code }) => [step, ok, code])

describe('a connection test', () => {
  it('goes through all steps, and changes nothing', async () => {
    const { url } = await openQuill()
    const before = await app.services.db.selectFrom('modelConfig').selectAll().execute()
    const result = await test(url)
    expect(result.ok).toBe(true)
    expect(codesOf(result).map(([step]) => step)).toEqual(['reach', 'authenticate', 'model', 'stream', 'tool-call'])
    expect(await app.services.db.selectFrom('modelConfig').selectAll().execute()).toEqual(before)
  })

  it('asks for the list without the key first', async () => {
    const { url, seen } = await openQuill()
    await test(url)
    expect(seen.slice(0, 2).map(({ headers }) => headers.authorization)).toEqual([undefined, `Bearer ${CANARY}`])
  })

  it('stops at a wrong key, in the words of the provider and without the key', async () => {
    const { url } = await openQuill({ key: 'another' })
    const result = await test(url)
    expect(codesOf(result)).toEqual([
      ['reach', true, undefined],
      ['authenticate', false, 'invalid-key'],
    ])
    expect(result.steps[1].detail).toContain('Wrong key')
    expect(JSON.stringify(result)).not.toContain(CANARY)
  })

  it('stops where nobody answers', async () => {
    expect(codesOf(await test('http://127.0.0.1:9'))).toEqual([['reach', false, 'unreachable']])
  })

  it('shows a redirect and does not follow it', async () => {
    const { url } = await openProvider((response) => response.writeHead(302, { location: 'http://x.example' }).end())
    expect(codesOf(await test(url))).toEqual([['reach', false, 'unreachable']])
  })

  it('names the nearest models where the wanted one is not in the list', async () => {
    const { url } = await openQuill()
    const { ok, steps } = await test(url, { modelName: 'quil-2' })
    expect([ok, steps[2].hint]).toEqual([true, expect.stringContaining('quill-2')])
  })

  it('warns of a model that calls no tools', async () => {
    const { url } = await openQuill({ callsTools: false })
    const { ok, steps } = ConnectionTest.parse(await test(url))
    expect([ok, steps.at(-1)?.hint]).toEqual([true, expect.stringContaining('rules of a gamebook')])
  })

  it('of a saved config uses its key, and is kept beside it', async () => {
    const { url } = await openQuill()
    const id = await app.createConfig({ ...draft, baseUrl: url })
    const result = (await app.send('POST', `/model-configs/${id}/test`)).json()
    expect(result.ok).toBe(true)
    expect((await app.send('GET', `/model-configs/${id}`)).json().lastTest).toEqual(result)
  })

  it('does not take the stored key to another host', async () => {
    const [own, other] = [await openQuill(), await openQuill()]
    const id = await app.createConfig({ ...draft, baseUrl: own.url })
    const { apiKey, ...withoutKey } = draft
    await app.send('POST', '/model-configs/test', { ...withoutKey, id, baseUrl: other.url })
    expect(other.seen.map(({ headers }) => headers.authorization)).not.toContain(`Bearer ${apiKey}`)
  })
})

describe('a list of models', () => {
  it('is fetched once and then kept for a while', async () => {
    const { url, seen } = await openQuill()
    const ask = async () => (await app.send('POST', '/model-configs/models', { ...draft, baseUrl: url })).json()
    const first = await ask()
    expect(first.data).toEqual([{ id: 'quill-1' }, { id: 'quill-2' }])
    expect(await ask()).toEqual(first)
    expect(seen).toHaveLength(1)
  })

  it('that cannot be had is a problem in the words of the provider', async () => {
    const { url } = await openQuill({ key: 'another' })
    const { status, json } = await app.send('POST', '/model-configs/models', {
      ...draft,
      apiKey: 'wrong',
      baseUrl: url,
    })
    expect([status, json()]).toEqual([502, expect.objectContaining({ code: 'model-list-failed' })])
    expect(json().detail).toContain('Wrong key')
  })
})

describe('a refused parameter', () => {
  it('is left out at once, said, and remembered', async () => {
    const { url, seen } = await openProvider((response, { body }) => {
      if (body.temperature !== undefined) {
        return answerJson(response, 400, { error: { message: 'Unsupported value', param: 'temperature' } })
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(word)
    })
    const id = await app.createConfig({ ...draft, baseUrl: url, temperature: 0.5 })
    const session = await app.openSession()
    const message = await app.ask(session, id)
    expect(message).toMatchObject({ status: 'done', model: { notices: [expect.stringContaining('temperature')] } })
    await app.ask(session, id)
    expect(seen.map(({ body }) => body.temperature)).toEqual([0.5, undefined, undefined])
    const { refusedParameters, temperature } = (await app.send('GET', `/model-configs/${id}`)).json()
    const known = [{ parameter: 'temperature', reason: 'Unsupported value' }]
    expect([temperature, refusedParameters]).toEqual([0.5, known])
    const typed = { provider: draft.provider, modelName: draft.modelName, baseUrl: url }
    expect((await app.send('POST', '/model-configs/address', typed)).json().refusedParameters).toEqual(known)
    const other = { ...typed, modelName: 'quill-2' }
    expect((await app.send('POST', '/model-configs/address', other)).json().refusedParameters).toEqual([])

    expect((await app.send('DELETE', `/model-configs/${id}/refused-parameters/temperature`)).status).toBe(204)
    expect((await app.send('GET', `/model-configs/${id}`)).json().refusedParameters).toEqual([])
    await app.ask(session, id)
    expect(seen.map(({ body }) => body.temperature).slice(3)).toEqual([0.5, undefined])
  })
})

describe('an overloaded provider', () => {
  it('is asked again before the first word, visibly', async () => {
    let asked = 0
    const { url } = await openProvider((response) => {
      asked += 1
      if (asked === 1) return answerJson(response, 429, {}, { 'retry-after-ms': '10' })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(word)
    })
    const id = await app.createConfig({ ...draft, baseUrl: url })
    const message = await app.ask(await app.openSession(), id)
    expect([asked, message.status]).toEqual([2, 'done'])
    expect(message.model?.notices?.[0]).toContain('Asking again')
  })
})

describe('a provider that does not stream', () => {
  it('is told from one that says nothing', async () => {
    const { url } = await openProvider((response) => answerJson(response, 200, { choices: [] }))
    const id = await app.createConfig({ ...draft, baseUrl: url })
    expect((await app.ask(await app.openSession(), id)).error).toMatchObject({ code: 'not-streaming' })
  })

  it('has its error told where Ollama puts it into a line of its stream', async () => {
    const { url } = await openProvider((response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      response.end(
        '{"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"You "},"done":false}\n{"error":"out of memory"}\n',
      )
    })
    const id = await app.createConfig({ provider: 'ollama', modelName: 'm', baseUrl: url })
    const message = await app.ask(await app.openSession(), id)
    expect([message.status, message.error?.providerMessage]).toEqual(['interrupted', 'out of memory'])
  })
})
