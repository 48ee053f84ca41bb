import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import { answerJson, openProvider } from '../../support/provider.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

/** Plays answers without streaming; the last one answers all further requests. */
async function playTurn(provider: NetworkProvider, ...bodies: readonly object[]) {
  let requests = 0
  const { url } = await openProvider((response) => {
    answerJson(response, 200, bodies[Math.min(requests, bodies.length - 1)])
    requests += 1
  })
  const id = await app.createConfig({ provider, modelName: 'm', baseUrl: url, inOnePiece: true })
  const { status, parts, receipts, usage, error } = await app.playTurn(await app.createSession(), id)
  return {
    status,
    text: parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    applied: receipts.map(({ receipt }) => [receipt.function, receipt.args, receipt.result]),
    usage: [usage?.inputTokens, usage?.outputTokens],
    words: error?.providerMessage,
  }
}

const chat = (message: object, finish: unknown = 'stop', more: object = {}) => ({
  choices: [{ message, finish_reason: finish }],
  ...more,
})
const goTo = (args: unknown) => chat({ tool_calls: [{ function: { name: 'go_to', arguments: args } }] }, 'tool_calls')
const CHAT: readonly NetworkProvider[] = ['openai-compatible', 'deepseek', 'openrouter', 'mistral']

describe.each(CHAT)('a whole answer of %s', (provider) => {
  it.each([
    ['with only its text', chat({ content: 'Wet stones.' })],
    ['with content in parts', chat({ content: [{ type: 'text', text: 'Wet ' }, 'stones.'] })],
    ['without a finish reason', chat({ content: 'Wet stones.' }, null)],
    ['with the finish reason of others', chat({ content: 'Wet stones.' }, 'end_turn')],
    [
      'with null fields',
      { id: 5, ...chat({ role: null, content: 'Wet stones.', tool_calls: null }), usage: null, error: null },
    ],
  ])('is done %s', async (_how, body) => {
    expect(await playTurn(provider, body)).toMatchObject({ status: 'done', text: 'Wet stones.', usage: [null, null] })
  })

  it.each([
    ['as text', goTo('{"to":"pantry"}')],
    ['as an object', goTo({ to: 'pantry' })],
    ['encoded twice', goTo(JSON.stringify('{"to":"pantry"}'))],
    ['doubled', goTo('{"to":"pantry"}{"to":"pantry"}')],
  ])('runs a call with its arguments %s', async (_how, body) => {
    const { status, applied } = await playTurn(provider, body, chat({ content: 'After.' }))
    expect([status, applied]).toMatchObject(['done', [['go_to', { to: 'pantry' }, 'applied']]])
  })

  it('runs no call that was cut off', async () => {
    for (const finish of ['tool_calls', 'length', 'stop']) {
      const body = chat({ tool_calls: [{ id: 'a', function: { name: 'knock', arguments: '{' } }] }, finish)
      expect(await playTurn(provider, body)).toMatchObject({ status: 'failed', applied: [] })
    }
  })

  it('has the words of an error in any form', async () => {
    expect((await playTurn(provider, { base_resp: { status_code: 1002, status_msg: 'rate limit' } })).words).toBe(
      'rate limit',
    )
    expect((await playTurn(provider, { detail: 'Slow down.' })).words).toBe('Slow down.')
  })
})

describe('a whole answer of other providers', () => {
  it.each<[NetworkProvider, object]>([
    ['anthropic', { content: [{ type: 'text', text: 'Wet stones.' }, { type: 'hologram' }] }],
    ['anthropic', { content: 'Wet stones.', stop_reason: 'STOP' }],
    [
      'google',
      { candidates: [{ content: { parts: [{ text: 'Wet ' }, { text: 'stones.' }, { executableCode: {} }] } }] },
    ],
    ['openai', { output: [{ type: 'message', content: [{ type: 'output_text', text: 'Wet stones.' }] }] }],
    ['xai', { output_text: 'Wet stones.' }],
    ['ollama', { message: { content: 'Wet stones.' }, done: true }],
  ])('of %s is done without what is missing: %#', async (provider, body) => {
    expect(await playTurn(provider, body)).toMatchObject({ status: 'done', text: 'Wet stones.', usage: [null, null] })
  })

  it.each<[NetworkProvider, object]>([
    ['anthropic', { content: [{ type: 'tool_use', name: 'go_to', input: { to: 'pantry' } }], stop_reason: 'end_turn' }],
    [
      'google',
      {
        candidates: [
          { content: { parts: [{ functionCall: { name: 'go_to', args: { to: 'pantry' } } }] }, finishReason: 'STOP' },
        ],
      },
    ],
    ['openai', { output: [{ type: 'function_call', name: 'go_to', arguments: '{"to":"pantry"}' }] }],
    ['xai', { output: [{ type: 'function_call', name: 'go_to', arguments: { to: 'pantry' } }] }],
    [
      'ollama',
      { message: { tool_calls: [{ function: { name: 'go_to', arguments: '{"to":"pantry"}' } }] }, done: true },
    ],
  ])('of %s runs its call', async (provider, body) => {
    expect((await playTurn(provider, body, body, body)).applied[0]).toMatchObject([
      'go_to',
      { to: 'pantry' },
      'applied',
    ])
  })
})
