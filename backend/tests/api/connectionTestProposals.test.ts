import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ConnectionTest } from '../../src/models/connectionTest/connectionTest.ts'
import { fakeConfig, openFakeProvider, ready, readyCall } from '../support/fakeProvider.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { chat } from '../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const test = async (baseUrl: string, more: object = {}): Promise<ConnectionTest> =>
  ConnectionTest.parse((await app.send('POST', '/model-configs/test', { ...fakeConfig, baseUrl, ...more })).json())

const WRITTEN_CALL = '<tool_call>{"name": "report_ready", "arguments": {"to": "office_12"}}</tool_call>'

describe('a connection test proposes', () => {
  it('to disable streaming if only whole answers can be read', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
      if (body['stream'] === true) return answerJson(response, 400, { error: { message: 'stream is not supported' } })
      const message = { role: 'assistant', content: 'ready' }
      return answerJson(response, 200, {
        id: 'c',
        object: 'chat.completion',
        created: 1,
        model: 'm',
        choices: [{ index: 0, message, finish_reason: 'stop' }],
      })
    })
    expect((await test(url)).steps.at(-1)).toMatchObject({ status: 'failed', proposals: [{ inOnePiece: true }] })
  })

  it('functions as text if the server refuses tools, and the model can write its calls', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
      if (body['tools'] !== undefined)
        return answerJson(response, 400, { error: { message: 'quill-1 does not support tools' } })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const messages = JSON.stringify(body['messages'])
      const isAsked = messages.includes('Call report_ready') && !messages.includes('<tool_response>')
      return response.end(isAsked && messages.includes('<tool_call>') ? chat({ content: WRITTEN_CALL }) : ready)
    })
    const { steps } = await test(url)
    expect(steps.at(-1)).toMatchObject({ step: 'tool-call', status: 'failed', proposals: [{ toolStyle: 'text' }] })
    expect((await test(url, { toolStyle: 'text' })).status).toBe('passed')
  })

  it('narrow functions if the model makes up ids that it is not given', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const tools = JSON.stringify(body['tools'] ?? '')
      if (!tools.includes('report_ready')) return response.end(ready)
      return response.end(readyCall(tools.includes('"enum"') ? undefined : '{"to":"harbor_master"}'))
    })
    const { steps } = await test(url)
    expect(steps.at(-1)).toMatchObject({ step: 'tool-call', status: 'warning', proposals: [{ toolStyle: 'narrow' }] })
    expect((await test(url, { toolStyle: 'narrow' })).status).toBe('passed')
  })

  it('the nearest names of the list', async () => {
    const { url } = await openFakeProvider()
    const { steps } = await test(url, { modelName: 'quil-2' })
    expect(steps[2]?.proposals?.[0]).toEqual({ modelName: 'quill-2' })
  })

  it.each([
    ['/v1', false],
    ['/openai/v1', false],
    ['/api', true],
  ])('the base URL below %s, where the server has a list', async (path, isExact) => {
    const { url } = await openProvider((response, request) =>
      request.url === `${path}/models`
        ? answerJson(response, 200, { data: [{ id: 'quill-1' }] })
        : answerJson(response, 404, { error: 'Nothing here.' }),
    )
    const { steps } = await test(`${url}/wrong`, { exactAddress: true })
    const found = { baseUrl: `${url}${path}`, ...(isExact && { exactAddress: true }) }
    expect(steps.at(-1)).toMatchObject({ status: 'failed', proposals: [found] })
  })
})
