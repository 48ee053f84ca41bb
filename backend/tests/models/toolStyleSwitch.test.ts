import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { answerJson, openProvider } from '../support/provider.ts'
import { chat, chatChunk, DONE, events, messagesEnd, messagesStart, typedEvents } from '../support/providerStreams.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'
import { argumentsIn, ChatRequest, countResults, MessagesRequest } from '../support/requestShapes.ts'

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp()
})
afterAll(() => app.close())

type Style = 'growing' | 'narrow' | 'text'
type Provider = 'openai-compatible' | 'anthropic'

const WALK = { name: 'walk_to', to: ['iron_gate', 'wet_lawn'] } as const

/** A provider whose model walks once in each turn, as tool call or in words, and then writes. */
async function openWalker(provider: Provider, style: Style, to: string) {
  let asked = 0
  const { url, seen } = await openProvider((response, { method }) => {
    if (method === 'GET') return answerJson(response, 404, {})
    asked += 1
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    return response.end(ANSWERS[provider](asked % 2 === 1 ? (style === 'text' ? 'words' : 'tool') : 'text', to))
  })
  const id = await app.createConfig({ provider, modelName: 'quill', baseUrl: url, toolStyle: style })
  return { id, requests: () => seen.filter(({ method }) => method === 'POST').map(({ body }) => body) }
}

type Kind = 'tool' | 'words' | 'text'
const inWords = (kind: Kind, to: string): string =>
  kind === 'words' ? `<tool_call>{"name": "${WALK.name}", "arguments": {"to": "${to}"}}</tool_call>` : 'You walk on.'

const ANSWERS: Record<Provider, (kind: Kind, to: string) => string> = {
  'openai-compatible'(kind, to) {
    if (kind !== 'tool') return chat({ role: 'assistant', content: inWords(kind, to) })
    const fn = { name: WALK.name, arguments: JSON.stringify({ to }) }
    const call = { index: 0, id: `call_${to}`, type: 'function', function: fn }
    return events(chatChunk({ role: 'assistant', tool_calls: [call] }), chatChunk({}, 'tool_calls')) + DONE
  },
  anthropic(kind, to) {
    const isTool = kind === 'tool'
    const block = isTool
      ? { type: 'tool_use', id: `toolu_${to}`, name: WALK.name, input: {} }
      : { type: 'text', text: '' }
    const delta = isTool
      ? { type: 'input_json_delta', partial_json: JSON.stringify({ to }) }
      : { type: 'text_delta', text: inWords(kind, to) }
    return typedEvents(
      messagesStart,
      { type: 'content_block_start', index: 0, content_block: block },
      { type: 'content_block_delta', index: 0, delta },
      { type: 'content_block_stop', index: 0 },
      ...messagesEnd(isTool ? 'tool_use' : 'end_turn'),
    )
  },
}

/** Each call is followed by its result. */
const CHECKS: Record<Provider, (request: unknown) => void> = {
  'openai-compatible'(request) {
    const { messages } = ChatRequest.parse(request)
    for (const [index, { tool_calls: calls = [] }] of messages.entries()) {
      const results = messages.slice(index + 1, index + 1 + calls.length).map((message) => message.tool_call_id)
      expect(results).toEqual(calls.map(({ id }) => id))
    }
  },
  anthropic(request) {
    const { messages } = MessagesRequest.parse(request)
    for (const [index, { role, content }] of messages.entries()) {
      expect(messages[index + 1]?.role).not.toBe(role)
      const calls = content.flatMap(({ type, id }) => (type === 'tool_use' ? [id] : []))
      const next = messages[index + 1]?.content ?? []
      expect(next.flatMap(({ type, tool_use_id: id }) => (type === 'tool_result' ? [id] : []))).toEqual(calls)
    }
  },
}

const STYLES: readonly Style[] = ['growing', 'text', 'narrow']
const orders = STYLES.flatMap((first) =>
  STYLES.flatMap((second) => STYLES.map((third) => [first, second, third] as const)),
).filter(([first, second, third]) => first !== second && second !== third)

describe('a story whose model gets its functions', () => {
  it.each(orders)('%s, then %s, then %s, at providers by turns, keeps its calls and results', async (...styles) => {
    const session = await app.createSession()
    for (const [index, style] of styles.entries()) {
      const provider = index % 2 === 0 ? 'openai-compatible' : 'anthropic'
      const walker = await openWalker(provider, style, WALK.to[index % 2] ?? '')
      const { error, status, parts } = await app.playTurn(session, walker.id)
      expect([error, status]).toEqual([null, 'done'])
      expect(parts.filter(({ type }) => type === 'tool-call')).toMatchObject([{ result: { result: 'applied' } }])
      const requests = walker.requests()
      expect(requests).toHaveLength(2)
      for (const [step, request] of requests.entries()) {
        CHECKS[provider](request)
        const calls = index + step
        const isText = style === 'text'
        expect('tools' in request).toBe(!isText)
        expect([countResults(request), argumentsIn(request).length]).toEqual(isText ? [0, 0] : [calls, calls])
        if (isText) expect(JSON.stringify(request['messages']).split('<tool_response>').length - 1).toBe(calls)
      }
    }
  })
})
