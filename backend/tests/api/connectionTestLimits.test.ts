import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createModelFromDbConfig } from '../../src/web/modelFactory.ts'
import { toDraftModel } from '../../src/web/toDraftModel.ts'
import { ModelConfigDraft } from '../../src/web/schemas/modelConfig.ts'
import { testConnection } from '../../src/engine/connectionTest/testConnection.ts'
import type { ConnectionTest } from '../../src/models/connectionTest/connectionTest.ts'
import { fakeConfig, ready, readyCall } from '../support/fakeProvider.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const codesOf = ({ steps }: ConnectionTest) => steps.map(({ step, ok, code }) => [step, ok, code])

describe('a connection test has a time limit', () => {
  const hurry = async (baseUrl: string, more: object = {}, loadingMs = 1500) => {
    const draft = await toDraftModel(ModelConfigDraft.parse({ ...fakeConfig, baseUrl, ...more }), app.services)
    const limits = { silenceMs: 400, loadingMs }
    return testConnection(draft, createModelFromDbConfig, { clock: app.services.clock, limits })
  }

  it('if a server accepts the request and never answers', async () => {
    const { url } = await openProvider(() => {})
    const since = performance.now()
    expect(codesOf(await hurry(url))).toEqual([['reach', false, 'timeout']])
    expect(performance.now() - since).toBeLessThan(2000)
  })

  it('and fails if the model never answers, on this machine too', async () => {
    const { url } = await openProvider((response, { method }) => {
      if (method === 'GET') answerJson(response, 200, { data: [{ id: 'quill-1' }] })
    })
    const { status, ok, steps } = await hurry(url)
    expect([status, ok]).toEqual(['failed', false])
    expect(steps.at(-1)).toMatchObject({
      step: 'stream',
      status: 'failed',
      code: 'timeout',
      hint: expect.stringContaining('may still be loading'),
    })
  })

  it('and fails if the model hangs only when it gets a tool', async () => {
    const { url } = await openProvider((response, { method, body }) => {
      if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
      if (body['tools'] !== undefined) return
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(ready)
    })
    const { status, steps } = await hurry(url)
    expect([status, steps.at(-1)]).toMatchObject(['failed', { step: 'tool-call', code: 'timeout' }])
  })

  const openOllama = (running: readonly string[], answersAfterMs: number | null) =>
    openProvider((response, { url: path }) => {
      if (path === '/api/tags') return answerJson(response, 200, { models: [{ name: 'quill-1' }] })
      if (path === '/api/show') return answerJson(response, 200, { capabilities: ['completion', 'tools'] })
      if (path === '/api/ps') return answerJson(response, 200, { models: running.map((name) => ({ name })) })
      if (answersAfterMs === null) return
      setTimeout(() => {
        const line = {
          model: 'quill-1',
          created_at: '2026-01-01T00:00:00Z',
          message: { role: 'assistant', content: 'ready' },
        }
        const end = { ...line, done: true, done_reason: 'stop', eval_count: 1, prompt_eval_count: 900 }
        response.writeHead(200, { 'content-type': 'application/x-ndjson' }).end(`${JSON.stringify(end)}\n`)
      }, answersAfterMs)
    })
  const OLLAMA = { provider: 'ollama', apiKey: null }

  it('that is longer while Ollama loads the model', async () => {
    const { url } = await openOllama([], 700)
    const { steps } = await hurry(url, OLLAMA)
    expect(steps[2]).toMatchObject({ step: 'stream', ok: true, status: 'passed' })
  })

  it.each([
    ['that loads the model for a while', 2, 'passed', 'tool-call'],
    ['that never stops loading the model', Infinity, 'warning', 'stream'],
  ])(
    'that is longer for a server %s',
    async (_, refusals, expected, lastStep) => {
      let count = 0
      const { url } = await openProvider((response, { method, body }) => {
        if (method === 'GET') return answerJson(response, 200, { data: [{ id: 'quill-1' }] })
        count += 1
        if (count <= refusals) {
          const error = { code: 503, message: 'Loading model', type: 'unavailable_error' }
          return answerJson(response, 503, { error })
        }
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        return response.end(body['tools'] === undefined ? ready : readyCall())
      })
      const { status, steps } = await hurry(url, {}, 4000)
      expect([status, steps.at(-1)?.step]).toEqual([expected, lastStep])
    },
    15_000,
  )

  it('after which a model that Ollama still loads gets a warning that says so', async () => {
    const { url } = await openOllama(['heron:latest'], null)
    const { status, steps } = await hurry(url, OLLAMA)
    expect([status, steps.at(-1)]).toMatchObject([
      'warning',
      { step: 'stream', ok: true, hint: expect.stringContaining('still loading the model') },
    ])
  })

  it('which fails a model that Ollama has loaded and that says nothing', async () => {
    const { url } = await openOllama(['quill-1:latest'], null)
    const { status, steps } = await hurry(url, OLLAMA)
    expect([status, steps.at(-1)]).toMatchObject(['failed', { step: 'stream', code: 'timeout' }])
  })
})
