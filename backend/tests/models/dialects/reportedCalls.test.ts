import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import { playStreams } from '../../support/playStreams.ts'
import { chat, chatChunk, DONE, events } from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

const CHAT: readonly NetworkProvider[] = ['openai-compatible', 'deepseek', 'openrouter', 'mistral']
const { choices: _, ...bare } = chatChunk({})
const after = chat({ content: 'After.' })

const call = (args: unknown, more: object = {}) =>
  chatChunk({ tool_calls: [{ index: 0, function: { arguments: args }, ...more }] })
const goTo = (args: unknown) =>
  chatChunk({
    role: 'assistant',
    tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'go_to', arguments: args } }],
  })
const calls = chatChunk({}, 'tool_calls')

describe.each(CHAT)('the call of %s runs with its arguments', (provider) => {
  it.each([
    ['cumulative', events(goTo('{"to":'), call('{"to":"pantry"}'), calls)],
    [
      'cumulative from the first letter',
      events(goTo(''), ...['{', '{"to"', '{"to":"pan', '{"to":"pantry"}'].map((text) => call(text)), calls),
    ],
    ['doubled', events(goTo(''), call('{"to":"pantry"}'), call('{"to":"pantry"}'), calls)],
    ['doubled in one text', events(goTo('{"to":"pantry"}{"to":"pantry"}'), calls)],
    ['in pieces and then whole', events(goTo('{"to":'), call('"pantry"}'), call('{ "to": "pantry" }'), calls)],
    ['encoded twice', events(goTo(JSON.stringify('{"to":"pantry"}')), calls)],
    ['encoded twice in pieces', events(goTo('"{\\"to\\":'), call('\\"pantry\\"}"'), calls)],
    ['behind an empty object', events(goTo('{}'), call('{"to":"pantry"}'), calls)],
    ['as an object', events(goTo({ to: 'pantry' }), calls)],
    [
      'without an index',
      events(
        chatChunk({ tool_calls: [{ id: 'a', function: { name: 'go_to', arguments: '{"to":' } }] }),
        chatChunk({ tool_calls: [{ function: { arguments: '"pantry"}' } }] }),
        calls,
      ),
    ],
    ['with a new id in each piece', events(goTo('{"to":'), call('"pantry"}', { id: 'call_2' }), calls)],
    [
      'with its name in each piece',
      events(goTo('{"to":'), call('', { function: { name: 'go_to', arguments: '"pantry"}' } }), calls),
    ],
    [
      'as the call of a function',
      events(
        chatChunk({ function_call: { name: 'go_to', arguments: '{"to":"pantry"}' } }),
        chatChunk({}, 'function_call'),
      ),
    ],
    [
      'in a message',
      events({
        ...bare,
        choices: [
          {
            index: 0,
            message: { tool_calls: [{ id: 'a', function: { name: 'go_to', arguments: '{"to":"pantry"}' } }] },
            finish_reason: 'tool_calls',
          },
        ],
      }),
    ],
    [
      'with an id that is a number',
      events(
        chatChunk({ tool_calls: [{ index: '0', id: 5, function: { name: 'go_to', arguments: '{"to":"pantry"}' } }] }),
        calls,
      ),
    ],
  ])('%s', async (_how, stream) => {
    expect(await playStreams(app, provider, [stream + DONE, after])).toMatchObject({
      status: 'done',
      calls: [['go_to', { to: 'pantry' }, 'applied']],
    })
  })

  it.each([
    ['the same number', { index: 0 }],
    ['no number', {}],
  ])('next to others with %s', async (_how, index) => {
    const each = (id: string, to: string) => ({
      ...index,
      id,
      type: 'function',
      function: { name: 'go_to', arguments: JSON.stringify({ to }) },
    })
    const stream = events(
      chatChunk({ tool_calls: [each('a', 'pantry')] }),
      chatChunk({ tool_calls: [each('b', 'kitchen')] }),
      calls,
    )
    expect((await playStreams(app, provider, [stream + DONE, after])).calls).toEqual([
      ['go_to', { to: 'pantry' }, 'applied'],
      ['go_to', { to: 'kitchen' }, 'applied'],
    ])
  })
})
