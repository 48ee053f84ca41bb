import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { NetworkProvider } from '../support/networkProviders.ts'
import { answerJson, openProvider, type SeenRequest } from '../support/provider.ts'
import * as streams from '../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const has = (field: string) => (body: SeenRequest['body']) => JSON.stringify(body).includes(`"${field}":`)

const answers: Partial<Record<NetworkProvider, string>> = {
  anthropic: streams.typedEvents(
    streams.messagesStart,
    ...streams.textBlock(0, 'Wet.'),
    ...streams.messagesEnd('end_turn'),
  ),
  openai: streams.typedEvents(...streams.responsesStart, streams.outputText('Wet.'), streams.responsesEnd()),
  xai: streams.typedEvents(...streams.responsesStart, streams.outputText('Wet.'), streams.responsesEnd()),
}

/** A server that answers once a request lacks the field. */
const openStrictServer = (provider: NetworkProvider, field: string, status: number, refusal: unknown) =>
  openProvider((response, { body }) => {
    if (has(field)(body)) return answerJson(response, status, refusal)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(answers[provider] ?? streams.chat({ content: 'Wet.' }))
  })

describe('an optional field that a server refuses', () => {
  it.each<[NetworkProvider, string, number, unknown]>([
    ['openai-compatible', 'strict', 400, { detail: 'Validation Error: "strict" - Extra inputs are not permitted' }],
    [
      'openai-compatible',
      'strict',
      422,
      { detail: [{ type: 'extra_forbidden', loc: ['body', 'tools', 0, 'function', 'strict'], msg: 'Extra inputs' }] },
    ],
    ['openai-compatible', 'stream_options', 400, { error: { message: 'Unrecognized argument: stream_options' } }],
    ['openai-compatible', 'stream_options', 400, { error: { message: 'include_usage is not supported' } }],
    ['openai-compatible', 'tool_choice', 400, { error: "Unknown field 'toolChoice'" }],
    ['openai-compatible', 'additionalProperties', 400, { message: 'Unknown name "additionalProperties" at tools' }],
    ['openai-compatible', 'stream_options', 500, "create() got an unexpected keyword argument 'stream_options'"],
    ['openai-compatible', 'stream_options', 400, '流选项 stream options 不支持'],
    ['mistral', 'tool_choice', 422, { detail: [{ loc: ['body', 'tool_choice'], msg: 'Extra inputs' }] }],
    ['openrouter', 'tool_choice', 400, { error: { message: 'bad', metadata: { raw: '{"error":"tool_choice"}' } } }],
    ['deepseek', 'stream_options', 400, { error: { message: 'Failed: unknown field `stream_options`, expected one' } }],
    [
      'anthropic',
      'tool_choice',
      400,
      { type: 'error', error: { message: 'tool_choice: Extra inputs are not permitted' } },
    ],
    ['openai', 'include', 400, { error: { message: "Unknown parameter: 'include'.", param: 'include' } }],
  ])('is left out of the next request to %s: %s', async (provider, field, status, refusal) => {
    const { url, seen } = await openStrictServer(provider, field, status, refusal)
    const modelName = provider === 'openai' ? 'gpt-5-nano' : 'm'
    const id = await app.createConfig({ provider, modelName, baseUrl: url })
    const session = await app.createSession()
    const first = await app.playTurn(session, id)
    expect(first).toMatchObject({ status: 'done', error: null })
    expect((await app.playTurn(session, id)).status).toBe('done')
    expect(seen.map(({ body }) => has(field)(body))).toEqual([true, false, false])
  })

  it.each<[NetworkProvider, string, string, unknown]>([
    [
      'anthropic',
      'claude-m',
      'cache_control',
      { error: { message: 'messages.1.content.0.cache_control: Extra inputs' } },
    ],
    ['openrouter', 'anthropic/m', 'cache_control', { error: { message: 'Unrecognized key: "cache_control"' } }],
    ['openai', 'm', 'prompt_cache_key', { error: { message: "Unknown parameter: 'prompt_cache_key'." } }],
    ['xai', 'm', 'prompt_cache_key', { error: 'Argument not supported: prompt_cache_key' }],
    ['mistral', 'm', 'prompt_cache_key', { detail: [{ loc: ['body', 'prompt_cache_key'], msg: 'Extra inputs' }] }],
  ])('helps the cache of %s and is left out for good: %s %s', async (provider, modelName, field, refusal) => {
    const { url, seen } = await openStrictServer(provider, field, 400, refusal)
    const id = await app.createConfig({ provider, modelName, baseUrl: url })
    const session = await app.createSession()
    for (let turn = 0; turn < 3; turn += 1)
      expect(await app.playTurn(session, id)).toMatchObject({ status: 'done', error: null })
    const sent = seen.map(({ body }) => has(field)(body))
    expect(sent.filter(Boolean)).toHaveLength(1)
    expect(sent.slice(-2)).toEqual([false, false])
  })

  it('goes by its other name where the server knows only that', async () => {
    const { url, seen } = await openStrictServer('openai-compatible', 'max_tokens', 400, {
      error: {
        message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        param: 'max_tokens',
      },
    })
    const id = await app.createConfig({
      provider: 'openai-compatible',
      modelName: 'm',
      baseUrl: url,
      maxOutputTokens: 90,
    })
    expect((await app.playTurn(await app.createSession(), id)).status).toBe('done')
    expect(seen.at(-1)?.body).toMatchObject({ max_completion_tokens: 90 })
  })

  it('is one of several', async () => {
    const { url, seen } = await openProvider((response, { body }) => {
      const refused = ['strict', 'stream_options'].find((field) => has(field)(body))
      if (refused !== undefined) return answerJson(response, 400, { error: `${refused} is not allowed here` })
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(streams.chat({ content: 'Wet.' }))
    })
    const id = await app.createConfig({ provider: 'openai-compatible', modelName: 'm', baseUrl: url })
    expect((await app.playTurn(await app.createSession(), id)).status).toBe('done')
    expect(seen).toHaveLength(3)
  })

  it('is sent again if leaving it out did not help', async () => {
    const { url, seen } = await openProvider((response) =>
      answerJson(response, 400, { error: { message: 'tool_choice is not the problem, you are.' } }),
    )
    const id = await app.createConfig({ provider: 'openai-compatible', modelName: 'm', baseUrl: url })
    const session = await app.createSession()
    expect((await app.playTurn(session, id)).status).toBe('failed')
    await app.playTurn(session, id)
    expect(seen.map(({ body }) => has('tool_choice')(body))).toEqual([true, false, true, false])
  })

  it('is found by the connection test too', async () => {
    const { url } = await openStrictServer('openai-compatible', 'stream_options', 400, { detail: 'stream_options?' })
    const draft = { provider: 'openai-compatible', modelName: 'm', baseUrl: url, name: 'm' }
    const answer = await app.send('POST', '/model-configs/test', draft)
    expect(answer.json()).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ step: 'stream', ok: true })]),
    })
  })
})

describe('a parameter', () => {
  const refusal = { error: { message: 'thinking is enabled but temperature and top_p are not welcome' } }

  it('that was not sent is not blamed', async () => {
    const { url } = await openProvider((response) => answerJson(response, 400, refusal))
    const id = await app.createConfig({ provider: 'openai-compatible', modelName: 'm', baseUrl: url })
    const { error } = await app.playTurn(await app.createSession(), id)
    expect(error?.code).not.toBe('refused-parameters')
    expect(error?.parameter).toBeUndefined()
  })

  it('that was sent is left out with a notice and remembered', async () => {
    const { url, seen } = await openStrictServer('openai-compatible', 'presence_penalty', 400, {
      error: { message: 'presence penalty is not supported by this model' },
    })
    const fields = { provider: 'openai-compatible', modelName: 'penalties', baseUrl: url, presencePenalty: 0.5 }
    const id = await app.createConfig(fields)
    const session = await app.createSession()
    const message = await app.playTurn(session, id)
    expect(message.model?.notices).toEqual([expect.stringContaining('Presence penalty')])
    expect((await app.playTurn(session, id)).model?.notices).toBeUndefined()
    expect(seen.map(({ body }) => has('presence_penalty')(body))).toEqual([true, false, false])
  })
})
