import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { textOf } from '../../../src/messages/part.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import { answerJson, openChatProvider, openProvider } from '../../support/provider.ts'
import * as streams from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const NDJSON = 'application/x-ndjson'

/** Plays the same stream for every request of one turn. */
async function play(provider: NetworkProvider, stream: string, contentType = 'text/event-stream') {
  const { url, seen } = await openChatProvider((response) => {
    response.writeHead(200, { 'content-type': contentType }).end(stream)
  })
  const id = await app.createConfig({ provider, modelName: 'm', baseUrl: url })
  return { message: await app.playTurn(await app.createSession(), id), requestCount: seen.length }
}

const chat = (delta: object, finish: string): string =>
  streams.events(streams.chatChunk({ role: 'assistant', ...delta }), streams.chatChunk({}, finish)) + streams.DONE
const gemini = (finishReason: string, parts: readonly object[] = [], more: object = {}): string =>
  streams.events(streams.geminiChunk(parts, { finishReason, ...more }))
const thinkingBlock = [
  { type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } },
  { type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Jars.' } },
  { type: 'content_block_stop', index: 0 },
]
const messages = (reason: string, blocks: readonly { readonly type: string }[] = []): string =>
  streams.typedEvents(streams.messagesStart, ...blocks, ...streams.messagesEnd(reason))
const ollama = (message: object, reason: string): string =>
  `${JSON.stringify({ model: 'm', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content: '', ...message }, done: true, done_reason: reason })}\n`
const [responsesCreated] = streams.responsesStart
const responses = (more: object = {}): string => {
  const { response, ...end } = streams.responsesEnd()
  return streams.typedEvents(responsesCreated ?? end, { ...end, response: { ...response, ...more } })
}

describe('an answer that spent its length on thinking', () => {
  it.each<[NetworkProvider, string, string?]>([
    ['openai-compatible', chat({ reasoning_content: 'Jars.' }, 'length')],
    ['openai-compatible', chat({ reasoning: 'Jars.' }, 'max_tokens')],
    ['deepseek', chat({ reasoning_content: 'Jars.' }, 'length')],
    ['openrouter', chat({ reasoning: 'Jars.' }, 'length')],
    ['mistral', chat({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Jars.' }] }] }, 'length')],
    ['anthropic', messages('max_tokens', thinkingBlock)],
    ['google', gemini('MAX_TOKENS', [{ text: 'Jars.', thought: true }])],
    ['ollama', ollama({ thinking: 'Jars.' }, 'length'), NDJSON],
    ['openai', responses({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })],
  ])('of %s says so, and to raise the limit', async (provider, stream, contentType) => {
    const { message, requestCount } = await play(provider, stream, contentType)
    expect(message.error).toMatchObject({ code: 'output-limit', retryable: false })
    expect(message.error?.hint).toContain('Raise "Maximum answer length"')
    expect([message.status, requestCount]).toEqual(['failed', 1])
  })
})

describe('an answer without words', () => {
  it.each<[NetworkProvider, string, string?]>([
    ['openai-compatible', chat({ content: '' }, 'stop')],
    ['openai-compatible', chat({ reasoning_content: 'Jars.' }, 'stop')],
    ['deepseek', chat({ content: '' }, 'stop')],
    ['openrouter', chat({ content: '' }, 'stop')],
    ['mistral', chat({ content: '' }, 'stop')],
    ['anthropic', messages('end_turn')],
    ['google', gemini('STOP')],
    ['google', streams.events({ candidates: [{ content: { role: 'model' }, finishReason: 'STOP', index: 0 }] })],
    ['ollama', ollama({}, 'stop'), NDJSON],
    ['openai', responses()],
    ['xai', responses()],
  ])('of %s says that the model answered nothing', async (provider, stream, contentType) => {
    const { message } = await play(provider, stream, contentType)
    expect(message.error).toMatchObject({ code: 'empty-answer', retryable: true })
    expect(message.error?.detail).toContain('without any text')
    expect(message.error?.hint).not.toMatch(/URL|address/)
  })
})

describe('a call that cannot be read', () => {
  it.each(['MALFORMED_FUNCTION_CALL', 'UNEXPECTED_TOOL_CALL'])('is requested once more: %s', async (reason) => {
    const words = 'Malformed function call: print(default_api.go(to="shed"))'
    const { message, requestCount } = await play('google', gemini(reason, [], { finishMessage: words }))
    expect(message.error).toMatchObject({ code: 'malformed-call', retryable: true, providerMessage: words })
    expect(message.model?.notices).toEqual([expect.stringContaining("can't be read. Retried.")])
    expect(requestCount).toBe(2)
  })
})

describe('a refusal in words', () => {
  const refusal = 'I will not tell that.'
  it.each<[NetworkProvider, string, string?]>([
    ['openai-compatible', chat({ refusal }, 'stop')],
    ['deepseek', chat({ refusal }, 'stop')],
    ['openrouter', chat({ refusal }, 'stop')],
    ['mistral', chat({ refusal }, 'stop')],
    ['openai-compatible', chat({ content: refusal }, 'content_filter')],
    ['anthropic', messages('refusal', streams.textBlock(0, refusal))],
    ['google', gemini('PROHIBITED_CONTENT', [{ text: refusal }])],
    ['openai', streams.typedEvents(...streams.responsesStart, streams.refusal(refusal), streams.responsesEnd())],
    ['xai', streams.typedEvents(...streams.responsesStart, streams.refusal(refusal), streams.responsesEnd())],
  ])('of %s is named, and its words are kept', async (provider, stream, contentType) => {
    const { message } = await play(provider, stream, contentType)
    expect(message.error).toMatchObject({ code: 'content-filtered', retryable: false })
    expect(textOf(message)).toBe(refusal)
  })
})

describe('an error that would come again', () => {
  it.each([
    [500, { error: { code: 500, message: 'Jinja Exception: System message must be at the beginning.' } }],
    [500, { error: 'model requires more system memory (5.6 GiB) than is available (4.2 GiB)' }],
    [500, { error: { message: 'tools param requires --jinja flag' } }],
    [400, { error: { message: 'Something is wrong.' } }],
  ])('is received once: %i %j', async (status, body) => {
    const { url, seen } = await openProvider((response) => answerJson(response, status, body))
    const id = await app.createConfig({ provider: 'openai-compatible', modelName: 'm', baseUrl: url })
    const { error } = await app.playTurn(await app.createSession(), id)
    expect([error?.retryable, seen.length]).toEqual([false, 1])
  })
})
