import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { countCharacters, estimateTokens } from '../../src/models/contextWindow/estimateTokens.ts'
import { answerJson, openProvider } from '../support/provider.ts'
import { chatChunk, DONE, events } from '../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

interface Server {
  /** The window of the model in memory; null if it is not loaded. */
  readonly loaded?: number | null
  readonly largest?: number
  /** How many tokens of a prompt it reports. */
  readonly read?: number
  /** An old server lacks these paths. */
  readonly isOld?: boolean
}

/** Ollama with one model, in its own API and below `/v1`. */
const openOllama = ({ loaded = null, largest = 131_072, read = 900, isOld = false }: Server = {}) =>
  openProvider((response, { url }) => {
    if (isOld && !url.endsWith('/chat')) return answerJson(response, 404, { error: 'not found' })
    const running = { name: 'quill:latest', model: 'quill:latest', context_length: loaded }
    if (url === '/api/ps') return answerJson(response, 200, { models: loaded === null ? [] : [running] })
    if (url === '/api/show') return answerJson(response, 200, { model_info: { 'quill.context_length': largest } })
    if (url.startsWith('/v1')) {
      const usage = { prompt_tokens: read, completion_tokens: 2, total_tokens: read + 2 }
      const text = chatChunk({ role: 'assistant', content: 'You wait.' })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(events(text, { ...chatChunk({}, 'stop'), usage }) + DONE)
    }
    const message = { role: 'assistant', content: 'You wait.' }
    const line = { model: 'quill', created_at: '2026-01-01T00:00:00Z', message, done: true, done_reason: 'stop' }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    return response.end(`${JSON.stringify({ ...line, eval_count: 2, prompt_eval_count: read })}\n`)
  })

async function play(server: Server, text: string, fields: object = {}, path = '') {
  const { url, seen } = await openOllama(server)
  const config = { provider: 'ollama', modelName: 'quill', apiKey: undefined, baseUrl: `${url}${path}`, ...fields }
  const message = await app.playTurn(await app.createSession(), await app.createConfig(config), text)
  const chat = seen.find(({ url: to }) => /\/chat/.test(to))?.body
  return { options: chat?.['options'], notices: message.model?.notices ?? [], seen }
}

const LONG = 'The tide comes in, and the lamp burns low. '.repeat(440)

describe('the context window of Ollama', () => {
  it('is the one of the model config, without a question', async () => {
    const { options, seen } = await play({}, 'I wait.', { contextWindow: 16_384 })
    expect(options).toMatchObject({ num_ctx: 16_384 })
    expect(seen.map(({ url }) => url)).toEqual(['/api/chat'])
  })

  it.each<[string, Server, object]>([
    ['is what the model can use, up to what fits most machines', {}, { num_ctx: 16_384 }],
    ['is what the model can use if that is less', { largest: 4096 }, { num_ctx: 4096 }],
    ['stays as it is loaded if that is more', { loaded: 65_536 }, { num_ctx: 65_536 }],
    ['is not the small one that is loaded', { loaded: 4096 }, { num_ctx: 16_384 }],
    ['is small if the server says nothing about it', { isOld: true }, { num_ctx: 8192 }],
  ])('%s', async (_, server, options) => {
    expect((await play(server, 'I wait.')).options).toEqual(options)
  })

  it('stays the same as the story grows, without another question', async () => {
    const { url, seen } = await openOllama({ read: 20_000 })
    const config = await app.createConfig({ provider: 'ollama', modelName: 'quill', apiKey: undefined, baseUrl: url })
    const session = await app.createSession()
    for (const text of ['I wait.', LONG, LONG]) await app.playTurn(session, config, text)
    const chats = seen.filter(({ url: to }) => to === '/api/chat')
    expect(new Set(chats.map(({ body }) => JSON.stringify(body['options'])))).toEqual(new Set(['{"num_ctx":16384}']))
    expect(seen.slice(-2).map(({ url: to }) => to)).toEqual(['/api/chat', '/api/chat'])
  })

  it('is no longer asked for once a server keeps silent', async () => {
    const closed: string[] = []
    const { url, seen } = await openProvider((response, request) => {
      if (request.url === '/api/chat') return answerJson(response, 400, { error: 'No.' })
      return response.once('close', () => closed.push(request.url))
    })
    const config = await app.createConfig({ provider: 'ollama', modelName: 'quill', apiKey: undefined, baseUrl: url })
    await app.playTurn(await app.createSession(), config)
    await app.playTurn(await app.createSession(), config)
    expect(seen.map(({ url: to }) => to)).toEqual(['/api/ps', '/api/chat', '/api/chat'])
    expect(closed).toEqual(['/api/ps'])
  })

  it.each([
    ['extra fields', 'quill', { extraBody: { options: { num_ctx: 2048 } } }, { num_ctx: 2048 }],
    ['the cloud', 'quill-cloud', {}, undefined],
  ])('is left to %s', async (_, modelName, fields, options) => {
    expect((await play({}, LONG, { modelName, ...fields })).options).toEqual(options)
  })
})

describe('a prompt that was cut', () => {
  it.each<[string, Server, object, string, string]>([
    [
      'at the window of the config',
      { loaded: 2048, read: 2048 },
      { contextWindow: 2048 },
      '',
      'Set a larger "Context window"',
    ],
    ['by a server that does not tell its window', { isOld: true, read: 2048 }, {}, '', 'Set a larger "Context window"'],
    ['below /v1, where the window cannot be sent', { loaded: 2048, read: 2000 }, {}, '/v1', 'OLLAMA_CONTEXT_LENGTH'],
    ['by another server', { read: 2000 }, { provider: 'openai-compatible' }, '/v1', "in the server's own settings"],
  ])('%s is said with the answer', async (_, server, fields, path, remedy) => {
    const { notices } = await play(server, LONG, fields, path)
    expect(notices).toEqual([expect.stringContaining(`read only ${server.read} tokens`)])
    expect(notices[0]).toContain(remedy)
  })

  it.each<[string, Server, string]>([
    ['that was read as a whole', { read: 4600 }, LONG],
    ['of which only the new part is counted, because the rest is cached', { loaded: 65_536, read: 60 }, LONG],
    ['whose size is not reported', { isOld: true, read: 0 }, LONG],
    ['that is short', { isOld: true, read: 40 }, 'I wait.'],
  ])('is not a prompt %s', async (_, server, text) => {
    expect((await play(server, text)).notices).toEqual([])
  })

  it('is a warning of the connection test', async () => {
    const { url } = await openOllama({ isOld: true, read: 30 })
    const fields = { provider: 'ollama', modelName: 'quill', baseUrl: url, extraBody: null }
    const sent = await app.send('POST', '/model-configs/test', fields)
    const { steps } = sent.json<{ steps: readonly { status: string }[] }>()
    expect(steps.map(({ status }) => status)).not.toContain('failed')
  })
})

describe('the estimate of tokens', () => {
  it.each([
    ['The lamp burns low, and the tide comes in.', 10],
    ['Die Lampe brennt herunter, und die Flut kommt.', 13],
    ['灯火が揺れ、潮が満ちてくる。', 13],
  ])('has the true number between its limits: %s', (text, tokens) => {
    const { least, most } = estimateTokens(countCharacters(text))
    expect(least).toBeLessThanOrEqual(tokens)
    expect(most).toBeGreaterThanOrEqual(tokens)
  })
})
