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
const usage = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 }
const { choices: _, ...bare } = chatChunk({})
const wet = chatChunk({ role: 'assistant', content: 'Wet stones.' })
const stop = chatChunk({}, 'stop')
const after = chat({ content: 'After.' })

const goTo = (args: unknown) =>
  chatChunk({
    role: 'assistant',
    tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: { name: 'go_to', arguments: args } }],
  })

describe.each(CHAT)('an answer of %s is done', (provider) => {
  it.each([
    ['with usage in an event without choices', events(wet, stop, { ...bare, usage }) + DONE, [100, 50]],
    ['with usage beside choices that are null', events(wet, stop, { ...bare, choices: null, usage }) + DONE, [100, 50]],
    ['with usage of Groq', events(wet, { ...stop, x_groq: { usage } }) + DONE, [100, 50]],
    [
      'with usage in a choice',
      events(wet, { ...stop, choices: [{ index: 0, delta: {}, finish_reason: 'stop', usage }] }) + DONE,
      [100, 50],
    ],
    [
      'with usage as text',
      events(wet, stop, { ...bare, usage: { prompt_tokens: '100', completion_tokens: '50' } }) + DONE,
      [100, 50],
    ],
    ['with usage before the end', events({ ...wet, usage }, stop) + DONE, [100, 50]],
    [
      'with usage before zeros',
      events({ ...wet, usage }, { ...stop, usage: { prompt_tokens: 0, completion_tokens: 0 } }) + DONE,
      [100, 50],
    ],
    [
      'with the filter of Azure before it',
      events(
        { ...bare, choices: [], prompt_filter_results: [{ prompt_index: 0, content_filter_results: {} }] },
        wet,
        stop,
      ) + DONE,
      [null, null],
    ],
    [
      'with pings and other things',
      `${events({ type: 'ping' }, wet, { citations: ['x'] }, {}, stop)}data: null\n\ndata: 7\n\n${DONE}`,
      [null, null],
    ],
    [
      'in parts',
      events(chatChunk({ content: [{ type: 'text', text: 'Wet ' }] }), chatChunk({ content: 'stones.' }), stop) + DONE,
      [null, null],
    ],
    ['as a part', events(chatChunk({ content: { type: 'text', text: 'Wet stones.' } }), stop) + DONE, [null, null]],
    [
      'in texts',
      events(chatChunk({ content: ['Wet ', { type: 'output_text', text: 'stones.' }] }), stop) + DONE,
      [null, null],
    ],
    ['without a finish reason but [DONE]', events(wet) + DONE, [null, null]],
    ['without [DONE]', events(wet, stop), [null, null]],
    ['without the last blank line', events(wet, stop).trimEnd(), [null, null]],
    ['without blank lines', events(wet, stop).replaceAll('\n\n', '\n'), [null, null]],
    ['with ids as numbers', events({ ...wet, id: 7, created: 'now', model: 5 }, stop) + DONE, [null, null]],
    [
      'without index',
      events({ choices: [{ delta: { content: 'Wet stones.' } }] }, { choices: [{ finish_reason: 'stop' }] }),
      [null, null],
    ],
    ['with another role', events(chatChunk({ role: 'model', content: 'Wet stones.' }), stop), [null, null]],
    [
      'repeated at the end',
      events(wet, { ...bare, choices: [{ index: 0, message: { content: 'Wet stones.' }, finish_reason: 'stop' }] }),
      [null, null],
    ],
    [
      'with a second choice',
      events(wet, { ...bare, choices: [{ index: 1, delta: { content: 'Dry.' } }] }, stop) + DONE,
      [null, null],
    ],
    [
      'with null errors',
      events({ ...wet, error: null, base_resp: { status_code: 0, status_msg: '' } }, stop) + DONE,
      [null, null],
    ],
    ['under a doubled prefix', events(wet, stop).replaceAll('data: ', 'data: data: '), [null, null]],
    ['in one event', `data: ${JSON.stringify(wet)}\ndata: ${JSON.stringify(stop)}\n\n`, [null, null]],
    [
      'with the timings of llama.cpp',
      events(wet, { ...stop, timings: { prompt_n: 60, cache_n: 40, predicted_n: 50 } }),
      [100, 50],
    ],
  ])('%s', async (_how, stream, counts) => {
    expect(await playStreams(app, provider, [stream])).toMatchObject({
      status: 'done',
      text: 'Wet stones.',
      code: undefined,
      usage: counts,
    })
  })

  it.each(['end', 'eos', 'end_turn', 'STOP', 'stop_sequence', 'COMPLETE', '<|eot_id|>', 'something new', 0])(
    'with the finish reason %s',
    async (reason) => {
      const last = { ...bare, choices: [{ index: 0, delta: {}, finish_reason: reason }] }
      expect(await playStreams(app, provider, [events(wet, last) + DONE])).toMatchObject({
        status: 'done',
        text: 'Wet stones.',
      })
    },
  )

  it.each(['tool_use', 'toolUse', 'TOOL_CALL', 'function_call', 'stop', 'end_turn', ''])(
    'after its call with the finish reason %j',
    async (reason) => {
      const stream = events(goTo('{"to":"pantry"}'), chatChunk({}, reason)) + DONE
      expect(await playStreams(app, provider, [stream, after])).toMatchObject({
        status: 'done',
        text: 'After.',
        calls: [['go_to', { to: 'pantry' }, 'applied']],
      })
    },
  )

  it('as far as its length with max_tokens', async () => {
    const stream = events(wet, chatChunk({}, 'max_tokens')) + DONE
    expect(await playStreams(app, provider, [stream])).toMatchObject({ status: 'done', text: 'Wet stones.' })
  })
})
