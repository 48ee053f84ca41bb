import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Message } from '../../../src/messages/message.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import * as streams from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'
import { playStream } from '../../support/playStream.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const playTurn = (provider: NetworkProvider, stream: string, contentType?: string) =>
  playStream(app, provider, stream, contentType)
const textOf = ({ parts }: Message): string => parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
const words = streams.events(streams.chatChunk({ role: 'assistant', content: 'Wet ' }))
const wetResponse = [...streams.responsesStart, streams.outputText('Wet ')]
const newItem = { id: 'h', type: 'hologram_call', shape: 1 }
const [blockStart, blockDelta] = streams.textBlock(0, 'Wet ')

describe('an error in the middle of a stream of', () => {
  it.each<[string, NetworkProvider, string, string, string]>([
    [
      'Anthropic',
      'anthropic',
      streams.typedEvents(streams.messagesStart, ...[blockStart, blockDelta].flatMap((part) => part ?? []), {
        type: 'error',
        error: { type: 'overloaded_error', message: 'Fell over' },
      }),
      'overloaded',
      'Fell over',
    ],
    [
      'DeepSeek',
      'deepseek',
      words + streams.events({ error: { message: 'Busy', type: 'server_error' } }),
      'interrupted',
      'Busy',
    ],
    [
      'Gemini',
      'google',
      streams.events(streams.geminiChunk([{ text: 'Wet ' }]), {
        error: { code: 503, message: 'Busy', status: 'UNAVAILABLE' },
      }),
      'overloaded',
      'Busy',
    ],
    [
      'Mistral',
      'mistral',
      words + streams.events({ object: 'error', message: 'Busy', code: '3000' }),
      'interrupted',
      'Busy',
    ],
    [
      'OpenAI',
      'openai',
      streams.typedEvents(...wetResponse, streams.failedResponse('Broken')),
      'interrupted',
      'Broken',
    ],
    ['xAI', 'xai', streams.typedEvents(...wetResponse, streams.failedResponse('Broken')), 'interrupted', 'Broken'],
    [
      'xAI, bare',
      'xai',
      streams.typedEvents(...wetResponse) + streams.events({ code: 'x', error: 'Broken' }),
      'interrupted',
      'Broken',
    ],
    [
      'OpenRouter',
      'openrouter',
      words +
        streams.events({
          error: { code: 502, message: 'Fell', metadata: { raw: '{"error":{"message":"Upstream"}}' } },
        }),
      'provider-error',
      'Upstream',
    ],
    [
      'other servers',
      'openai-compatible',
      words + streams.events({ error: { message: 'Busy', code: 500 } }),
      'provider-error',
      'Busy',
    ],
    ['other servers, as text', 'openai-compatible', words + streams.events({ error: 'Busy' }), 'interrupted', 'Busy'],
    [
      'other servers, by its event',
      'openai-compatible',
      `${words}event: error\ndata: {"message":"Busy"}\n\n`,
      'interrupted',
      'Busy',
    ],
  ])("%s keeps the text and shows the provider's message", async (_name, provider, stream, code, providerMessage) => {
    const message = await playTurn(provider, stream)
    expect([message.status, textOf(message)]).toEqual(['interrupted', 'Wet '])
    expect(message.error).toMatchObject({ code, providerMessage })
  })

  it("a server's only message is shown", async () => {
    const message = await playTurn('openai-compatible', streams.events({ error: { message: 'Closed today.' } }))
    expect(message.error).toMatchObject({ code: 'provider-error', providerMessage: 'Closed today.' })
  })
})

describe('unknown events are left out, and the text stays', () => {
  it.each<[string, NetworkProvider, string]>([
    [
      'a block of Anthropic',
      'anthropic',
      streams.typedEvents(
        streams.messagesStart,
        { type: 'content_block_start', index: 0, content_block: { type: 'hologram', shape: 1 } },
        { type: 'content_block_delta', index: 0, delta: { type: 'hologram_delta', light: 'q' } },
        { type: 'content_block_stop', index: 0 },
        ...streams.textBlock(1, 'Wet '),
        ...streams.messagesEnd('end_turn'),
      ),
    ],
    [
      'an item of OpenAI',
      'openai',
      streams.typedEvents(
        ...wetResponse,
        { type: 'response.output_item.added', output_index: 1, item: newItem },
        streams.responsesEnd([newItem]),
      ),
    ],
    [
      'an item of xAI',
      'xai',
      streams.typedEvents(
        ...wetResponse,
        { type: 'response.output_item.added', output_index: 1, item: newItem },
        streams.responsesEnd([newItem]),
      ),
    ],
    [
      'a part of Gemini',
      'google',
      streams.events(
        streams.geminiChunk([{ text: 'Wet ' }, { hologram: {} }]),
        streams.geminiChunk([], { finishReason: 'STOP' }),
      ),
    ],
    ['a part of Mistral', 'mistral', streams.chat({ content: [{ type: 'hologram' }, { type: 'text', text: 'Wet ' }] })],
    [
      'nothing at all where xAI says null',
      'xai',
      streams.typedEvents(
        ...streams.responsesStart,
        { ...streams.outputText('Wet '), logprobs: null },
        streams.responsesEnd(),
      ),
    ],
  ])('%s', async (_what, provider, stream) => {
    const message = await playTurn(provider, stream)
    expect([message.status, textOf(message)]).toEqual(['done', 'Wet '])
  })
})

describe('a refusal is shown as text for', () => {
  const inChat = streams.chat({ role: 'assistant', content: null, refusal: '' }, { refusal: 'I will not.' })
  const inResponse = streams.typedEvents(
    ...streams.responsesStart,
    streams.refusal('I will not.'),
    streams.refusedItem('I will not.'),
    streams.responsesEnd(),
  )
  it.each<[NetworkProvider, string]>([
    ['openai-compatible', inChat],
    ['openrouter', inChat],
    ['deepseek', inChat],
    ['openai', inResponse],
    ['xai', inResponse],
  ])('%s', async (provider, stream) => {
    expect(textOf(await playTurn(provider, stream))).toBe('I will not.')
  })
})

describe('a filter of', () => {
  it.each<[string, NetworkProvider, string]>([
    [
      'Anthropic',
      'anthropic',
      streams.typedEvents(streams.messagesStart, ...streams.textBlock(0, 'Wet '), ...streams.messagesEnd('refusal')),
    ],
    [
      'Gemini, of the answer',
      'google',
      streams.events(streams.geminiChunk([{ text: 'Wet ' }], { finishReason: 'SAFETY' })),
    ],
    ['Gemini, of the question', 'google', streams.events({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } })],
    [
      'other servers',
      'openai-compatible',
      words + streams.events(streams.chatChunk({}, 'content_filter')) + streams.DONE,
    ],
  ])('%s ends the answer with its name', async (_name, provider, stream) => {
    const message = await playTurn(provider, stream)
    expect([message.finishReason, message.error?.code]).toEqual(['content-filter', 'content-filtered'])
  })
})

describe('a stream under the name of whole JSON', () => {
  const line = (content: string, more: object) =>
    `${JSON.stringify({ model: 'm', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content }, ...more })}\n`
  it.each<[NetworkProvider, string]>([
    ['openai-compatible', streams.chat({ content: 'Wet ' })],
    [
      'anthropic',
      streams.typedEvents(streams.messagesStart, ...streams.textBlock(0, 'Wet '), ...streams.messagesEnd('end_turn')),
    ],
    ['ollama', line('Wet ', { done: false }) + line('', { done: true, done_reason: 'stop', eval_count: 1 })],
  ])('is read: %s', async (provider, stream) => {
    const message = await playTurn(provider, stream, 'application/json')
    expect([message.status, textOf(message)]).toEqual(['done', 'Wet '])
  })
})

describe('a response that is not a stream', () => {
  it('has its beginning shown if it is a web page', async () => {
    const message = await playTurn('anthropic', '<html><h1>Log in</h1> to the hotel</html>', 'text/html; charset=utf-8')
    expect(message.error).toMatchObject({ code: 'bad-response', providerMessage: 'Log in to the hotel' })
  })

  it.each<NetworkProvider>(['anthropic', 'deepseek', 'google', 'mistral', 'ollama', 'openai', 'openrouter', 'xai'])(
    'is an error with a hint if %s sends nothing',
    async (provider) => {
      const message = await playTurn(provider, '')
      expect([message.status, message.error?.hint]).toEqual(['failed', expect.any(String)])
    },
  )
})
