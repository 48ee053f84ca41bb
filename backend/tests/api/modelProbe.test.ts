import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { messagesEnd, messagesStart, textBlock, typedEvents } from '../support/providerStreams.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { openFakeProvider, fakeConfig, ready } from '../support/fakeProvider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

describe('a list of models', () => {
  it('is fetched once and cached for a while', async () => {
    const { url, seen } = await openFakeProvider()
    const { modelName, ...beforeChoice } = fakeConfig
    const ask = async () => (await app.send('POST', '/model-configs/models', { ...beforeChoice, baseUrl: url })).json()
    const first = await ask()
    expect(first.data).toEqual([{ id: modelName }, { id: 'quill-2' }])
    expect(await ask()).toEqual(first)
    expect(seen).toHaveLength(1)
  })

  it("that can't be fetched is a problem with the provider's message", async () => {
    const { url } = await openFakeProvider({ key: 'another' })
    const { status, json } = await app.send('POST', '/model-configs/models', {
      ...fakeConfig,
      apiKey: 'wrong',
      baseUrl: url,
    })
    expect([status, json()]).toEqual([502, expect.objectContaining({ code: 'model-list-failed' })])
    expect(json().detail).toContain('Wrong key')
  })
})

describe('a model that its provider does not know', () => {
  it('is reported with the nearest names of a fetched list', async () => {
    const { url } = await openProvider((response, { method }) =>
      method === 'GET'
        ? answerJson(response, 200, { data: [{ id: 'quill-large' }, { id: 'heron-1' }] })
        : answerJson(response, 404, { error: { message: 'No such model', code: 'model_not_found' } }),
    )
    const model = { ...fakeConfig, modelName: 'quill-lrage', baseUrl: url }
    const id = await app.createConfig(model)
    const session = await app.createSession()
    const hintOf = async () => (await app.playTurn(session, id)).error?.hint
    expect(await hintOf()).toBe('Choose one from its list under Models.')
    await app.send('POST', '/model-configs/models', model)
    expect(await hintOf()).toContain('quill-large')
  })
})

describe('an error in place of a list', () => {
  it("is a problem with the provider's message", async () => {
    const { url } = await openProvider((response) => answerJson(response, 200, { error: { message: 'Closed today.' } }))
    const { status, json } = await app.send('POST', '/model-configs/models', { ...fakeConfig, baseUrl: url })
    expect([status, json().detail]).toEqual([502, expect.stringContaining('Closed today.')])
  })
})

describe('a refused parameter', () => {
  it('is left out at once, reported, and remembered', async () => {
    const { url, seen } = await openProvider((response, { body }) => {
      if (body.temperature !== undefined) {
        return answerJson(response, 400, { error: { message: 'Unsupported value', param: 'temperature' } })
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(ready)
    })
    const id = await app.createConfig({ ...fakeConfig, baseUrl: url, temperature: 0.5 })
    const session = await app.createSession()
    const message = await app.playTurn(session, id)
    expect(message).toMatchObject({ status: 'done', model: { notices: [expect.stringContaining('Temperature')] } })
    await app.playTurn(session, id)
    expect(seen.map(({ body }) => body.temperature)).toEqual([0.5, undefined, undefined])
    const { refusedParameters, temperature } = (await app.send('GET', `/model-configs/${id}`)).json()
    const known = [{ parameter: 'temperature', reason: 'Unsupported value' }]
    expect([temperature, refusedParameters]).toEqual([0.5, known])
    const typed = { provider: fakeConfig.provider, modelName: fakeConfig.modelName, baseUrl: url }
    expect((await app.send('POST', '/model-configs/address', typed)).json().refusedParameters).toEqual(known)
    const other = { ...typed, modelName: 'quill-2' }
    expect((await app.send('POST', '/model-configs/address', other)).json().refusedParameters).toEqual([])

    expect((await app.send('DELETE', `/model-configs/${id}/refused-parameters/temperature`)).status).toBe(204)
    expect((await app.send('GET', `/model-configs/${id}`)).json().refusedParameters).toEqual([])
    await app.playTurn(session, id)
    expect(seen.map(({ body }) => body.temperature).slice(3)).toEqual([0.5, undefined])
  })
})

describe('a parameter that the package leaves out', () => {
  it.each([
    [{ seed: 7 }, ['Ignored by this model: seed.']],
    [{}, undefined],
  ])('is reported below the answer if it was set: %j', async (set, notices) => {
    const { url } = await openProvider((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(typedEvents(messagesStart, ...textBlock(0, 'Wet grass.'), ...messagesEnd('end_turn')))
    })
    const id = await app.createConfig({ provider: 'anthropic', modelName: 'm', baseUrl: url, ...set })
    const { model } = await app.playTurn(await app.createSession(), id)
    expect(model?.notices).toEqual(notices)
  })
})

describe('an overloaded provider', () => {
  it('gets a visible retry before the first word', async () => {
    let asked = 0
    const { url } = await openProvider((response) => {
      asked += 1
      if (asked === 1) return answerJson(response, 429, {}, { 'retry-after-ms': '10' })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(ready)
    })
    const id = await app.createConfig({ ...fakeConfig, baseUrl: url })
    const message = await app.playTurn(await app.createSession(), id)
    expect([asked, message.status]).toEqual([2, 'done'])
    expect(message.model?.notices?.[0]).toContain('Retrying')
  })
})

describe('a provider that does not stream', () => {
  it.each([
    ['openai-compatible', { choices: [] }],
    ['google', { candidates: [] }],
  ] as const)('is distinguished from one that sends nothing: %s', async (provider, body) => {
    const { url } = await openProvider((response) => answerJson(response, 200, body))
    const id = await app.createConfig({ ...fakeConfig, provider, apiKey: 'key', baseUrl: url })
    expect((await app.playTurn(await app.createSession(), id)).error).toMatchObject({ code: 'not-streaming' })
  })

  it('has its error shown when Ollama puts it into a line of its stream', async () => {
    const { url } = await openProvider((response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      response.end(
        '{"model":"m","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"You "},"done":false}\n{"error":"out of memory"}\n',
      )
    })
    const id = await app.createConfig({ provider: 'ollama', modelName: 'm', baseUrl: url })
    const message = await app.playTurn(await app.createSession(), id)
    expect([message.status, message.error?.providerMessage]).toEqual(['interrupted', 'out of memory'])
  })
})
