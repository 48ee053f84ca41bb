import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { NETWORK_PROVIDERS, type NetworkProvider } from '../../support/networkProviders.ts'
import { answerJson, openProvider } from '../../support/provider.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

/** The stored answer to what comes in one piece, and what it said. */
async function playTurn(provider: NetworkProvider, body: object) {
  const { url } = await openProvider((response) => answerJson(response, 200, body))
  const id = await app.createConfig({ provider, modelName: 'm', baseUrl: url, inOnePiece: true })
  const message = await app.playTurn(await app.createSession(), id)
  const parts = message.parts.map((part) => (part.type === 'tool-call' ? [part.type] : [part.type, part.text]))
  return { ...message, said: parts }
}

const chat = (message: object) => ({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 2, total_tokens: 5 },
})
const text = { type: 'output_text', text: 'Wet.', annotations: [], logprobs: null }
const response = (...content: readonly object[]) => ({
  id: 'r',
  object: 'response',
  created_at: 1,
  model: 'm',
  status: 'completed',
  error: null,
  output: [
    { id: 'h', type: 'hologram_call' },
    { id: 'i', type: 'message', role: 'assistant', status: 'completed', content },
  ],
  usage: { input_tokens: 3, output_tokens: 2, total_tokens: 5 },
})
const claude = (...content: readonly object[]) => ({
  id: 'm',
  type: 'message',
  role: 'assistant',
  model: 'c',
  content,
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 3, output_tokens: 2 },
})

describe('an error with a success status', () => {
  it.each(NETWORK_PROVIDERS)('has the message of %s', async (provider) => {
    const { error, status } = await playTurn(provider, { error: { message: 'Closed today.', code: 400 } })
    expect([status, error]).toMatchObject(['failed', { code: 'request-rejected', providerMessage: 'Closed today.' }])
  })
})

describe('an answer without streaming', () => {
  it.each<[string, NetworkProvider, object]>([
    ['a block of Anthropic', 'anthropic', claude({ type: 'hologram' }, { type: 'text', text: 'Wet.' })],
    ['a part of Mistral', 'mistral', chat({ content: [{ type: 'hologram' }, { type: 'text', text: 'Wet.' }] })],
    ['an item of OpenAI', 'openai', response({ type: 'output_text', text: 'Wet.', annotations: [] })],
    ['an item of xAI', 'xai', response(text)],
  ])('leaves out only what is newer than the app: %s', async (_what, provider, body) => {
    expect(await playTurn(provider, body)).toMatchObject({ status: 'done', said: [['text', 'Wet.']] })
  })

  it.each<[NetworkProvider, object]>([
    ['openrouter', chat({ content: null, refusal: 'I will not.' })],
    ['deepseek', chat({ content: null, refusal: 'I will not.' })],
    ['openai-compatible', chat({ content: null, refusal: 'I will not.' })],
    ['openai', response({ type: 'refusal', refusal: 'I will not.' })],
    ['xai', response({ type: 'refusal', refusal: 'I will not.' })],
  ])('shows a refusal as text: %s', async (provider, body) => {
    expect((await playTurn(provider, body)).said).toEqual([['text', 'I will not.']])
  })

  it.each<[NetworkProvider, object]>([
    ['anthropic', claude({ type: 'thinking', thinking: 'Hm.', signature: 's' }, { type: 'text', text: 'Wet.' })],
    ['deepseek', chat({ content: 'Wet.', reasoning_content: 'Hm.' })],
    [
      'google',
      {
        candidates: [
          {
            content: { parts: [{ text: 'Hm.', thought: true }, { text: 'Wet.' }], role: 'model' },
            finishReason: 'STOP',
          },
        ],
      },
    ],
    [
      'mistral',
      chat({
        content: [
          { type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] },
          { type: 'text', text: 'Wet.' },
        ],
      }),
    ],
    [
      'ollama',
      {
        model: 'm',
        created_at: '2026-01-01T00:00:00Z',
        message: { role: 'assistant', content: 'Wet.', thinking: 'Hm.' },
        done: true,
        done_reason: 'stop',
        eval_count: 2,
      },
    ],
    ['openrouter', chat({ content: 'Wet.', reasoning: 'Hm.' })],
    ['openai-compatible', chat({ content: 'Wet.', reasoning: 'Hm.' })],
  ])('has its reasoning before its text: %s', async (provider, body) => {
    expect((await playTurn(provider, body)).said).toEqual([
      ['thinking', 'Hm.'],
      ['text', 'Wet.'],
    ])
  })
})
