import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { NetworkProvider } from '../support/networkProviders.ts'
import { playStream } from '../support/playStream.ts'
import { openProvider } from '../support/provider.ts'
import * as streams from '../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const chat = (usage?: object): string =>
  streams.events(
    streams.chatChunk({ role: 'assistant', content: 'Wet.' }),
    streams.chatChunk({}, 'stop', usage && { usage }),
  ) + streams.DONE

const gemini = (usageMetadata: object): string =>
  streams.events({ ...streams.geminiChunk([{ text: 'Wet.' }], { finishReason: 'STOP' }), usageMetadata })

const responses = (usage: object): string => {
  const { response, ...end } = streams.responsesEnd()
  const events = [...streams.responsesStart, streams.outputText('Wet.'), { ...end, response: { ...response, usage } }]
  return streams.typedEvents(...events)
}

const messages = (usage: object): string => {
  const { message, ...start } = streams.messagesStart
  const begin = { ...start, message: { ...message, usage } }
  return streams.typedEvents(begin, ...streams.textBlock(0, 'Wet.'), ...streams.messagesEnd('end_turn'))
}

const ollama = (counts: object): string =>
  [
    { model: 'm', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content: 'Wet.' }, done: false },
    {
      model: 'm',
      created_at: '2026-01-01T00:00:00Z',
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: 'stop',
      ...counts,
    },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

const none = { reasoningTokens: null, cachedInputTokens: null, cacheWriteTokens: null }
const unknown = { inputTokens: null, outputTokens: null, ...none }

describe('tokens that a provider does not report', () => {
  it.each<[NetworkProvider, string, string?]>([
    ['openai-compatible', chat()],
    ['deepseek', chat()],
    ['mistral', chat()],
    ['openrouter', chat()],
    ['openai-compatible', chat({ total_tokens: 0 })],
    ['openai-compatible', chat({ prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 })],
    ['google', gemini({})],
    ['google', gemini({ totalTokenCount: 0 })],
    ['ollama', ollama({}), 'application/x-ndjson'],
  ])('are unknown, not 0: %s %#', async (provider, stream, contentType) => {
    expect(await playStream(app, provider, stream, contentType)).toMatchObject({ status: 'done', usage: unknown })
  })

  it('make the sum of a turn unknown', async () => {
    const call = { index: 0, id: 'c', type: 'function', function: { name: 'go', arguments: '{}' } }
    const first = streams.events(
      streams.chatChunk({ role: 'assistant', tool_calls: [call] }),
      streams.chatChunk({}, 'tool_calls', { usage: { prompt_tokens: 20, completion_tokens: 3, total_tokens: 23 } }),
    )
    let requestCount = 0
    const { url } = await openProvider((response) => {
      requestCount += 1
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(requestCount === 1 ? first : chat())
    })
    const id = await app.createConfig({ provider: 'openai-compatible', modelName: 'm', baseUrl: url })
    const message = await app.playTurn(await app.createSession(), id)
    expect(message).toMatchObject({ status: 'done', usage: { inputTokens: null, outputTokens: null } })
  })
})

describe('reasoning, cached and cache-written tokens', () => {
  const chatUsage = {
    prompt_tokens: 30,
    completion_tokens: 9,
    total_tokens: 39,
    prompt_tokens_details: { cached_tokens: 20 },
    completion_tokens_details: { reasoning_tokens: 5 },
  }
  const responsesUsage = {
    input_tokens: 30,
    output_tokens: 9,
    total_tokens: 39,
    input_tokens_details: { cached_tokens: 20 },
    output_tokens_details: { reasoning_tokens: 5 },
  }
  it.each<[NetworkProvider, string, object]>([
    ['openai-compatible', chat(chatUsage), {}],
    ['openrouter', chat(chatUsage), {}],
    ['deepseek', chat({ ...chatUsage, prompt_cache_hit_tokens: 20 }), {}],
    ['mistral', chat(chatUsage), {}],
    ['openai', responses(responsesUsage), {}],
    ['xai', responses(responsesUsage), {}],
    [
      'google',
      gemini({ promptTokenCount: 30, candidatesTokenCount: 4, thoughtsTokenCount: 5, cachedContentTokenCount: 20 }),
      {},
    ],
  ])('of %s are kept', async (provider, stream, more) => {
    expect((await playStream(app, provider, stream)).usage).toEqual({
      inputTokens: 30,
      outputTokens: 9,
      reasoningTokens: 5,
      cachedInputTokens: 20,
      cacheWriteTokens: null,
      ...more,
    })
  })

  it('of anthropic are kept', async () => {
    const usage = { input_tokens: 3, output_tokens: 1, cache_read_input_tokens: 20, cache_creation_input_tokens: 7 }
    expect((await playStream(app, 'anthropic', messages(usage))).usage).toMatchObject({
      inputTokens: 30,
      cachedInputTokens: 20,
      cacheWriteTokens: 7,
    })
  })

  it('are 0 where the provider says 0', async () => {
    const usage = { ...chatUsage, prompt_tokens_details: { cached_tokens: 0 } }
    expect((await playStream(app, 'openai-compatible', chat(usage))).usage).toMatchObject({ cachedInputTokens: 0 })
  })
})
