import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { fakeConfig, ready, readyCall } from '../support/fakeProvider.ts'
import { answerJson, openProvider, type SeenRequest } from '../support/provider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const extraHeaders = { 'X-Gateway-Token': 'gateway-31c7d5aa90', 'X-Team': 'lighthouse' }

/** A gateway that answers nothing to a request without its own header. */
const openGateway = () =>
  openProvider((response, { method, headers, url, body }) => {
    if (headers['x-gateway-token'] !== extraHeaders['X-Gateway-Token'] || headers['x-team'] !== 'lighthouse') {
      return answerJson(response, 401, { error: { message: 'The gateway does not know you.' } })
    }
    if (url.endsWith('/show')) return answerJson(response, 200, { capabilities: ['completion', 'tools'] })
    if (url.endsWith('/tags')) return answerJson(response, 200, { models: [{ name: 'quill-1' }] })
    if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
    if (url === '/api/chat') return answerJson(response, 503, { error: 'busy' })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(body['tools'] === undefined ? ready : readyCall('{"word":"ready"}'))
  })

const teamsOf = (seen: readonly SeenRequest[]) => new Set(seen.map(({ headers }) => headers['x-team']))

describe('extra headers', () => {
  it('go with every request of a connection test', async () => {
    const { url, seen } = await openGateway()
    const result = await app.send('POST', '/model-configs/test', { ...fakeConfig, baseUrl: url, extraHeaders })
    expect(result.json().steps).toMatchObject(Array(5).fill({ ok: true }))
    expect(seen.length).toBeGreaterThanOrEqual(4)
    expect(teamsOf(seen)).toEqual(new Set(['lighthouse']))
  })

  it.each([
    ['openrouter', '/api/v1/key'],
    ['ollama', '/api/show'],
  ])('go with the question that only %s gets', async (provider, path) => {
    const { url, seen } = await openGateway()
    await app.send('POST', '/model-configs/test', { ...fakeConfig, provider, baseUrl: url, extraHeaders })
    expect(seen.map((request) => request.url)).toContain(path)
    expect(teamsOf(seen)).toEqual(new Set(['lighthouse']))
  })

  it('go with the request for a list of models', async () => {
    const { url } = await openGateway()
    const list = (headers: object | null) =>
      app.send('POST', '/model-configs/models', { ...fakeConfig, baseUrl: url, extraHeaders: headers })
    expect((await list(extraHeaders)).json().data).toEqual([{ id: 'quill-1' }])
    expect((await list(null)).status).toBe(502)
  })

  it('of a saved model go with its test and its list', async () => {
    const { url, seen } = await openGateway()
    const id = await app.createConfig({ ...fakeConfig, baseUrl: url, extraHeaders })
    expect((await app.send('POST', `/model-configs/${id}/test`)).json().ok).toBe(true)
    const { extraHeaders: masked } = (await app.send('GET', `/model-configs/${id}`)).json()
    const { apiKey, ...form } = fakeConfig
    const list = await app.send('POST', '/model-configs/models', { ...form, id, baseUrl: url, extraHeaders: masked })
    expect([list.status, masked['X-Gateway-Token']]).toEqual([200, '********'])
    expect(seen.at(-1)?.headers.authorization).toBe(`Bearer ${apiKey}`)
    expect(teamsOf(seen)).toEqual(new Set(['lighthouse']))
  })
})
