import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { CELLAR } from '../../support/cellar.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import { playStreams } from '../../support/playStreams.ts'
import {
  chatChunk,
  DONE,
  events,
  geminiChunk,
  messagesEnd,
  messagesStart,
  responsesEnd,
  responsesStart,
  typedEvents,
} from '../../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(CELLAR)
})
afterAll(() => app.close())

/** A stream with one call, whose arguments are as far as they came, and with an end. */
type Write = (name: string, args: string, reason: string | null) => string

const chatCall: Write = (name, args, reason) => {
  const call = { index: 0, id: 'c', type: 'function', function: { name, arguments: args } }
  return events(chatChunk({ tool_calls: [call] }), ...(reason === null ? [] : [chatChunk({}, reason)]))
}
const messagesCall: Write = (name, args, reason) =>
  typedEvents(
    messagesStart,
    { type: 'content_block_start', index: 0, content_block: { type: 'tool_use', id: 't', name, input: {} } },
    { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: args } },
    ...(reason === null ? [] : messagesEnd(reason)),
  )
const responsesCall: Write = (name, args, reason) => {
  const item = { type: 'function_call', id: 'f', call_id: 'c', name, arguments: '' }
  const end = responsesEnd()
  const incomplete = { ...end.response, status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }
  return typedEvents(
    ...responsesStart.slice(0, 1),
    { type: 'response.output_item.added', output_index: 0, item },
    { type: 'response.function_call_arguments.delta', item_id: 'f', output_index: 0, delta: args },
    ...(reason === null ? [] : reason === 'length' ? [{ type: 'response.incomplete', response: incomplete }] : [end]),
  )
}

const STREAMS: readonly (readonly [NetworkProvider, Write, readonly string[]])[] = [
  ['openai-compatible', chatCall, ['tool_calls', 'stop', 'anything', 'length', 'max_tokens']],
  ['deepseek', chatCall, ['tool_calls', 'stop', 'length']],
  ['openrouter', chatCall, ['tool_calls', 'stop', 'length']],
  ['mistral', chatCall, ['tool_calls', 'stop', 'length']],
  ['anthropic', messagesCall, ['tool_use', 'end_turn', 'max_tokens']],
  ['openai', responsesCall, ['stop', 'length']],
  ['xai', responsesCall, ['stop', 'length']],
]

describe.each(STREAMS)('a call of %s that was cut off', (provider, write, reasons) => {
  const ends = reasons.map((reason): readonly [string, string | null] => [reason, reason])
  it.each([...ends, ['no reason', null] as const])('never runs with %s', async (_name, reason) => {
    for (const [name, args] of [
      ['go_to', '{"to":"pan'],
      ['go_to', '{"to":"pantry",'],
      ['knock', '{'],
    ] as const) {
      const { calls, status } = await playStreams(app, provider, [write(name, args, reason)])
      expect([name, args, calls, status]).toEqual([name, args, [], 'failed'])
    }
  })

  it('runs if only its last brace is missing and the server says that it has ended', async () => {
    const [whole = '', ...others] = reasons
    const { calls } = await playStreams(app, provider, [write('go_to', '{"to":"pantry"', whole)])
    expect(calls[0]).toEqual(['go_to', { to: 'pantry' }, 'applied'])
    for (const reason of [others.at(-1) ?? null, null]) {
      expect((await playStreams(app, provider, [write('go_to', '{"to":"pantry"', reason)])).calls).toEqual([])
    }
  })

  it('never runs with [DONE] behind it, even if nothing of its arguments came', async () => {
    for (const args of ['', '{', '{"to":'] as const) {
      const { calls, status } = await playStreams(app, provider, [write('knock', args, null) + DONE])
      expect([args, calls, status]).toEqual([args, [], 'failed'])
    }
  })

  it('never runs with nothing behind it', async () => {
    const { calls, status } = await playStreams(app, provider, [write('knock', '', null)])
    expect([calls, status]).toEqual([[], 'failed'])
  })

  it('is not mistaken for one without arguments, which runs', async () => {
    const reason = reasons[0] ?? null
    const { calls } = await playStreams(app, provider, [write('knock', '', reason), write('knock', '{}', reason), ''])
    expect(calls).toEqual([
      ['knock', {}, 'applied'],
      ['knock', {}, 'applied'],
    ])
  })
})

describe('a call that comes whole', () => {
  it('does not run at the limit of Gemini', async () => {
    const part = { functionCall: { name: 'knock', args: {} } }
    const stream = events(geminiChunk([part], { finishReason: 'MAX_TOKENS' }))
    expect(await playStreams(app, 'google', [stream])).toMatchObject({ status: 'failed', calls: [] })
  })

  it('does not run at the limit of Ollama, or without an end', async () => {
    const message = { role: 'assistant', content: '', tool_calls: [{ function: { name: 'knock', arguments: {} } }] }
    const line = (more: object) => `${JSON.stringify({ model: 'm', message, ...more })}\n`
    for (const stream of [line({ done: true, done_reason: 'length' }), line({ done: false })]) {
      expect(await playStreams(app, 'ollama', [stream])).toMatchObject({ status: 'failed', calls: [] })
    }
  })
})
