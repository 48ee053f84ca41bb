import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Message } from '../../../src/messages/message.ts'
import type { NetworkProvider } from '../../support/networkProviders.ts'
import * as streams from '../../support/providerStreams.ts'
import { answerJson, openProvider } from '../../support/provider.ts'
import { openReplayApp, type ReplayApp } from '../../support/replayApp.ts'
import { playStream } from '../../support/playStream.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const playTurn = (provider: NetworkProvider, stream: string) => playStream(app, provider, stream)
const callsOf = ({ parts }: Message) =>
  parts.flatMap((part) => (part.type === 'tool-call' ? [[part.toolName, part.input]] : []))

const words = streams.events(streams.chatChunk({ role: 'assistant', content: 'Wet ' }))

describe('the usage', () => {
  const usage = {
    prompt_tokens: 30,
    completion_tokens: 2,
    total_tokens: 32,
    prompt_tokens_details: { cached_tokens: 20 },
  }
  const apart =
    words +
    streams.events(streams.chatChunk({}, 'stop'), { ...streams.chatChunk({}), choices: [], usage }) +
    streams.DONE
  const always = streams.events(
    streams.chatChunk({ content: 'Wet ' }, null, { usage }),
    streams.chatChunk({}, 'stop', { usage }),
  )

  it.each<[NetworkProvider, string]>(
    (['deepseek', 'mistral', 'openrouter', 'openai-compatible'] as const).flatMap(
      (provider): [NetworkProvider, string][] => [
        [provider, apart],
        [provider, always + streams.DONE],
      ],
    ),
  )('of %s is counted once in every position, cached tokens included', async (provider, stream) => {
    expect(await playTurn(provider, stream)).toMatchObject({
      status: 'done',
      usage: { inputTokens: 30, outputTokens: 2 },
    })
  })

  it('is not requested from a server that rejects the option', async () => {
    const { url, seen } = await openProvider((response, { body }) => {
      if (body['stream_options'] !== undefined) {
        return answerJson(response, 400, { error: { message: 'Unrecognized request argument: stream_options' } })
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(streams.chat({ content: 'Wet ' }))
    })
    const id = await app.createConfig({ provider: 'openai-compatible', modelName: 'm', baseUrl: url })
    const session = await app.createSession()
    const [first, second] = [await app.playTurn(session, id), await app.playTurn(session, id)]
    expect([first.status, second.status, seen.length]).toEqual(['done', 'done', 3])
  })

  it('may be missing', async () => {
    const message = await playTurn('openai-compatible', streams.chat({ content: 'Wet ' }))
    expect(message).toMatchObject({ status: 'done', usage: { inputTokens: null, outputTokens: null } })
  })
})

describe('reasoning', () => {
  it.each([
    ['reasoning', { reasoning: 'Hm.' }],
    ['reasoning_content', { reasoning_content: 'Hm.' }],
    ['both, which say the same', { reasoning: 'Hm.', reasoning_content: 'Hm.' }],
  ])('is read from %s', async (_name, delta) => {
    const { parts } = await playTurn('openai-compatible', streams.chat(delta, { content: 'Wet.' }))
    expect(parts.map((part) => part.type !== 'tool-call' && [part.type, part.text])).toEqual([
      ['thinking', 'Hm.'],
      ['text', 'Wet.'],
    ])
  })
})

describe('calls', () => {
  const call = (id: string | undefined, name: string, given: unknown, more: object = {}) => ({
    ...(id !== undefined && { id }),
    type: 'function',
    function: { name, arguments: given },
    ...more,
  })
  const calling = (...calls: readonly object[]) =>
    streams.events(streams.chatChunk({ role: 'assistant', tool_calls: calls }), streams.chatChunk({}, 'tool_calls')) +
    streams.DONE

  it.each([
    [
      'without numbers',
      calling(call('a', 'x', '{}'), call('b', 'y', '{"to":1}')),
      [
        ['x', {}],
        ['y', { to: 1 }],
      ],
    ],
    ['without ids', calling(call(undefined, 'x', '{"to":1}', { index: 0 })), [['x', { to: 1 }]]],
    ['whose arguments are no text', calling(call('a', 'x', { to: 1 }, { index: 0 })), [['x', { to: 1 }]]],
  ])('%s are read', async (_how, stream, calls) => {
    expect(callsOf(await playTurn('openai-compatible', stream))).toEqual(calls)
  })
})
