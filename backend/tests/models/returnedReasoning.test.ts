import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { NetworkProvider } from '../support/networkProviders.ts'
import { answerJson, openChatProvider } from '../support/provider.ts'
import * as streams from '../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

const call = {
  index: 0,
  id: 'call_1',
  type: 'function',
  function: { name: 'walk_to', arguments: '{"to":"iron_gate"}' },
}

const thoughtAndCall = (field: string): string =>
  streams.events(
    streams.chatChunk({ role: 'assistant', [field]: 'They want ' }),
    streams.chatChunk({ [field]: 'jars.' }),
    streams.chatChunk({ tool_calls: [call] }),
    streams.chatChunk({}, 'tool_calls'),
  ) + streams.DONE

const thoughtAndText = (field: string): string =>
  streams.events(
    streams.chatChunk({ role: 'assistant', [field]: 'Now I tell.' }),
    streams.chatChunk({ content: 'Wet stones.' }),
    streams.chatChunk({}, 'stop'),
  ) + streams.DONE

const Sent = z.object({
  messages: z.array(z.looseObject({ role: z.string(), tool_calls: z.array(z.unknown()).optional() })),
})
const messagesOf = (body: unknown) => Sent.parse(body).messages
const callsIn = (body: unknown) => messagesOf(body).filter((message) => message.tool_calls !== undefined)

const REFUSAL = 'thinking is enabled but reasoning_content is missing in assistant tool call message at index 4'

/** A server that thinks, calls a tool once in each turn, and wants its reasoning back with the call. */
const openThinkingServer = (field: string) =>
  openChatProvider((response, { body }) => {
    if (callsIn(body).some((message) => typeof message[field] !== 'string')) {
      return answerJson(response, 400, { error: { message: REFUSAL, type: 'invalid_request_error' } })
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(messagesOf(body).at(-1)?.role === 'tool' ? thoughtAndText(field) : thoughtAndCall(field))
  })

const createConfig = (provider: NetworkProvider, baseUrl: string, more: object = {}): Promise<string> =>
  app.createConfig({ provider, modelName: 'm', baseUrl, ...more })

describe('the reasoning of a step with a tool call', () => {
  it.each<[NetworkProvider, string, string]>([
    ['openai-compatible', '', 'reasoning_content'],
    ['openai-compatible', '', 'reasoning'],
    ['ollama', '/v1', 'reasoning'],
    ['ollama', '/v1', 'reasoning_content'],
    ['deepseek', '', 'reasoning_content'],
  ])('goes back to %s%s in %s, in this turn and in later ones', async (provider, path, field) => {
    const { url, seen } = await openThinkingServer(field)
    const id = await createConfig(
      provider,
      url + path,
      provider === 'deepseek' ? { modelName: 'deepseek-v4-flash' } : {},
    )
    const session = await app.createSession()
    const [first, second] = [await app.playTurn(session, id), await app.playTurn(session, id)]
    expect([first.error, first.status, second.error, second.status]).toEqual([null, 'done', null, 'done'])
    const last = seen.at(-1)?.body
    expect(callsIn(last).map((message) => message[field])).toEqual(['They want jars.', 'They want jars.'])
    if (provider !== 'deepseek') expect(JSON.stringify(last)).not.toContain('Now I tell.')
  })

  it('goes back to OpenRouter as the details it came with', async () => {
    const details = [
      { type: 'reasoning.encrypted', data: 'c2VjcmV0', id: 'r1', format: 'openai-responses-v1', index: 0 },
    ]
    const first = streams.events(
      streams.chatChunk({ role: 'assistant', reasoning: 'They want jars.', reasoning_details: details }),
      streams.chatChunk({ tool_calls: [call] }),
      streams.chatChunk({}, 'tool_calls'),
    )
    const { url, seen } = await openChatProvider((response, { body }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(callsIn(body).length === 0 ? first + streams.DONE : streams.chat({ content: 'Wet.' }))
    })
    const id = await createConfig('openrouter', url)
    const session = await app.createSession()
    expect((await app.playTurn(session, id)).status).toBe('done')
    await app.playTurn(session, id)
    for (const { body } of seen.slice(1)) {
      expect(callsIn(body)).toMatchObject([{ reasoning_details: [{ data: 'c2VjcmV0' }] }])
    }
  })

  it('goes to no other host', async () => {
    const { url } = await openThinkingServer('reasoning_content')
    const other = await openChatProvider((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).end(streams.chat({ content: 'Wet.' }))
    })
    const session = await app.createSession()
    await app.playTurn(session, await createConfig('openai-compatible', url))
    await app.playTurn(session, await createConfig('openai-compatible', other.url))
    expect(callsIn(other.seen[0]?.body)).toHaveLength(1)
    expect(JSON.stringify(other.seen[0]?.body)).not.toContain('They want')
  })

  it('goes back without streaming too', async () => {
    const message = { role: 'assistant', content: null, reasoning: 'They want jars.', tool_calls: [call] }
    const whole = (content: object, finish: string) => ({
      id: 'c',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, message: content, finish_reason: finish }],
    })
    const { url, seen } = await openChatProvider((response, { body }) =>
      answerJson(
        response,
        200,
        callsIn(body).length === 0
          ? whole(message, 'tool_calls')
          : whole({ role: 'assistant', content: 'Wet.' }, 'stop'),
      ),
    )
    const id = await createConfig('openai-compatible', url, { inOnePiece: true })
    expect((await app.playTurn(await app.createSession(), id)).status).toBe('done')
    expect(callsIn(seen[1]?.body)).toMatchObject([{ reasoning: 'They want jars.' }])
  })

  it('is left out if the server refuses its field', async () => {
    const { url, seen } = await openChatProvider((response, { body }) => {
      if (JSON.stringify(body).includes('"reasoning_content":')) {
        return answerJson(response, 400, {
          error: { message: "'messages.2' : property 'reasoning_content' is unsupported" },
        })
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      return response.end(
        messagesOf(body).at(-1)?.role === 'tool'
          ? streams.chat({ content: 'Wet.' })
          : thoughtAndCall('reasoning_content'),
      )
    })
    const id = await createConfig('openai-compatible', url)
    expect((await app.playTurn(await app.createSession(), id)).status).toBe('done')
    expect(seen).toHaveLength(3)
  })
})

describe('a refusal that names reasoning_content', () => {
  it.each([{}, { reasoningEffort: 'high' }])('is not told as a refused parameter with %j', async (parameters) => {
    const { url } = await openChatProvider((response) => answerJson(response, 400, { error: { message: REFUSAL } }))
    const id = await createConfig('openai-compatible', url, parameters)
    const { error } = await app.playTurn(await app.createSession(), id)
    expect(error).toMatchObject({ code: 'reasoning-missing', retryable: false, providerMessage: REFUSAL })
    expect(error?.parameter).toBeUndefined()
  })
})
