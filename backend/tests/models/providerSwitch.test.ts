import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { GARDEN } from '../support/garden.ts'
import { getRecording, readAnswer } from '../support/recordings.ts'
import { openReplayApp, type ReplayApp } from '../support/replayApp.ts'
import { ChatRequest, GeminiRequest, MessagesRequest, ResponsesRequest, RoleRequest } from '../support/requestShapes.ts'

/** The garden with the functions that the recorded models call: what is no function leaves the history. */
const WITH_TOOLS = GARDEN.replace(
  '            name: walk_to\n',
  `            name: walk_to
          - {name: get_weather, action: test/called, parameters: {city: text}}
          - {name: get_country, action: test/called}
          - {name: lookup_harbor_label, action: test/called}
          - {name: lookup_orchard_label, action: test/called}
          - {name: subtract, action: test/called, parameters: {x: {type: integer, min: 0, max: 9}, y: {type: integer, min: 0, max: 9}}}
`,
)

let app: ReplayApp
beforeAll(async () => {
  app = await openReplayApp(WITH_TOOLS)
})
afterAll(() => app.close())

/** A tool round of each provider, with thoughts where one is recorded, and the address at which it is played. */
const ROUNDS = {
  anthropic: ['anthropic/thinking-then-tool', 'anthropic/thinking-tool-followup'],
  deepseek: ['deepseek/reasoning-tool', 'deepseek/reasoning-tool-followup'],
  google: ['google/tool-call-signature', 'google/tool-signature-followup'],
  mistral: ['mistral/tools-parallel', 'mistral/tools-parallel-followup'],
  ollama: ['ollama/tool-call', 'ollama/tool-followup'],
  openai: ['openai/tools-parallel', 'openai/tools-parallel-followup'],
  openrouter: ['openrouter/tool-call', 'openrouter/tool-followup'],
  xai: ['xai/tool-call', 'xai/tool-followup'],
} as const
type Provider = keyof typeof ROUNDS
const providers = Object.keys(ROUNDS) as Provider[]

interface Played {
  readonly id: string
  readonly address: string
}

/** Where the package looks at the name of the model. */
const MODELS: Partial<Record<Provider, string>> = {
  anthropic: 'claude-sonnet-4-5',
  deepseek: 'deepseek-v4-flash',
  google: 'gemini-3-pro-preview',
  openai: 'gpt-5-nano',
}

async function play(provider: Provider): Promise<Played> {
  const address = app.replay.address(ROUNDS[provider])
  const modelName = MODELS[provider] ?? 'some-model'
  return { address, id: await app.createConfig({ provider, modelName, baseUrl: address }) }
}

const asked = ({ address }: Played): readonly unknown[] => app.replay.requests(address).map(({ body }) => body)

describe.each(providers)('a story started by %s', (before) => {
  it.each(providers)('continues with %s, each with a tool call', async (after) => {
    const [first, second] = [await play(before), await play(after)]
    const session = await app.createSession()
    const begun = await app.playTurn(session, first.id)
    const gone = await app.playTurn(session, second.id)
    expect([begun.error, begun.status, gone.error, gone.status]).toEqual([null, 'done', null, 'done'])
    const requests = asked(second)
    expect(requests).toHaveLength(2)
    for (const request of requests) CHECKS[after](request, before)
  })
})

describe.each(providers)('a story that %s interrupted', (before) => {
  it.each(providers)('continues with %s', async (after) => {
    const [round] = ROUNDS[before]
    const pieces = readAnswer(getRecording(round)).chunks ?? []
    const address = app.replay.address([round], { end: Math.max(1, pieces.length - 3) })
    const modelName = MODELS[before] ?? 'some-model'
    const broken = await app.createConfig({ provider: before, modelName, baseUrl: address })
    const [session, next] = [await app.createSession(), await play(after)]
    const begun = await app.playTurn(session, broken)
    const gone = await app.playTurn(session, next.id)
    expect(begun.status).not.toBe('done')
    expect([gone.error, gone.status]).toEqual([null, 'done'])
    // In its second step there is a call again, and the thoughts of its own that led to it.
    CHECKS[after](asked(next)[1], after)
  })
})

/** What each provider is known to refuse. */
const CHECKS: Record<Provider, (request: unknown, before: Provider) => void> = {
  anthropic(request, before) {
    const { messages } = MessagesRequest.parse(request)
    expect(messages[0]?.role).toBe('user')
    checkAlternation(messages)
    for (const [index, { role, content }] of messages.entries()) {
      for (const { type, text = '' } of content) if (type === 'text') expect(text.trim()).not.toBe('')
      if (role !== 'assistant') continue
      const calls = content.flatMap(({ type, id }) => (type === 'tool_use' ? [id] : []))
      const next = messages[index + 1]?.content ?? []
      expect(next.flatMap(({ type, tool_use_id: id }) => (type === 'tool_result' ? [id] : []))).toEqual(calls)
    }
    const thoughts = messages.flatMap(({ content }) => content.filter(({ type }) => type === 'thinking'))
    for (const { signature } of thoughts) expect(signature).toBeTruthy()
    const isFirst = messages.at(-1)?.content[0]?.type !== 'tool_result'
    if (before !== 'anthropic' && isFirst) expect(thoughts).toEqual([])
  },
  deepseek(request, before) {
    const { messages } = checkChat(request)
    const first = messages.find(({ role }) => role === 'assistant')
    if (before !== 'deepseek') expect(first?.reasoning_content ?? '').toBe('')
    for (const message of messages) {
      if (message.tool_calls !== undefined) expect(message).toHaveProperty('reasoning_content')
    }
  },
  google(request) {
    const { contents } = GeminiRequest.parse(request)
    expect(contents[0]?.role).toBe('user')
    checkAlternation(contents)
    const parts = contents.flatMap((content) => content.parts)
    for (const part of parts) if ('functionCall' in part) expect(part['thoughtSignature']).toBeTruthy()
    expect(parts.filter((part) => 'functionCall' in part)).not.toEqual([])
    expect(parts.filter((part) => 'functionCall' in part)).toHaveLength(
      parts.filter((part) => 'functionResponse' in part).length,
    )
  },
  mistral(request) {
    const { messages } = checkChat(request)
    const ids = messages.flatMap(({ tool_calls: calls = [], tool_call_id: id }) => [
      ...calls.map((call) => call.id),
      ...(id === undefined ? [] : [id]),
    ])
    expect(ids).not.toEqual([])
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9]{9}$/)
    for (const [index, { role }] of messages.entries()) {
      if (role === 'tool') expect(messages[index + 1]?.role).not.toBe('user')
    }
    expect(JSON.stringify(messages)).not.toContain('"thinking"')
  },
  ollama(request, before) {
    const { messages } = RoleRequest.parse(request)
    expect(messages.map(({ role }) => role).lastIndexOf('system')).toBe(0)
    const thoughts = messages.filter((message) => 'thinking' in message)
    // Its own thoughts go back with the calls that they led to, and no others.
    for (const message of thoughts) expect(message).toHaveProperty('tool_calls')
    if (before !== 'ollama' && messages.at(-1)?.role === 'user') expect(thoughts).toEqual([])
  },
  openai: (request, before) => checkResponses(request, before === 'openai'),
  openrouter(request, before) {
    const { messages } = checkChat(request)
    if (before !== 'openrouter') expect(JSON.stringify(messages[2])).not.toContain('reasoning_details":[{')
  },
  xai: (request, before) => checkResponses(request, before === 'xai'),
}

function checkAlternation(messages: readonly { readonly role: string }[]): void {
  for (const [index, { role }] of messages.entries()) expect(messages[index + 1]?.role).not.toBe(role)
}

/** Instructions once and first; each call followed by its results. */
function checkChat(request: unknown): ChatRequest {
  const chat = ChatRequest.parse(request)
  const { messages } = chat
  expect(messages.map(({ role }) => role).lastIndexOf('system')).toBe(0)
  expect(messages[1]?.role).toBe('user')
  for (const [index, { tool_calls: calls = [] }] of messages.entries()) {
    const results = messages.slice(index + 1, index + 1 + calls.length).map((message) => message.tool_call_id)
    expect(results).toEqual(calls.map(({ id }) => id))
  }
  return chat
}

function checkResponses(request: unknown, isOwn: boolean): void {
  const { store, input } = ResponsesRequest.parse(request)
  const idsOf = (wanted: string) => input.flatMap(({ type, call_id: id }) => (type === wanted ? [id] : []))
  expect(store).toBe(false)
  expect(input.filter(({ type }) => type === 'item_reference')).toEqual([])
  expect(idsOf('function_call')).not.toEqual([])
  expect(idsOf('function_call_output')).toEqual(idsOf('function_call'))
  const before = input.slice(
    0,
    input.findIndex(({ type }) => type === 'function_call'),
  )
  if (!isOwn) expect(before.filter(({ type }) => type === 'reasoning')).toEqual([])
}

describe('data that only its provider can read', () => {
  it.each([
    ['anthropic', '"signature":"'],
    ['deepseek', '"reasoning_content":"The user wants'],
    ['google', '"thoughtSignature":"'],
  ] as const)('is sent back to %s only', async (provider, mark) => {
    const [own, foreign] = [await play(provider), await play(provider === 'google' ? 'mistral' : 'google')]
    const session = await app.createSession()
    await app.playTurn(session, own.id)
    await app.playTurn(session, foreign.id)
    const again = await play(provider)
    await app.playTurn(session, again.id)
    expect(JSON.stringify(asked(own)[1])).toContain(mark)
    expect(JSON.stringify(asked(foreign)[0])).not.toContain(mark)
    expect(JSON.stringify(asked(again)[0])).toContain(mark)
  })

  it('is not sent to another host of the same provider or to a client', async () => {
    const session = await app.createSession()
    await app.playTurn(session, (await play('anthropic')).id)
    const { address } = await play('anthropic')
    const elsewhere = address.replace('127.0.0.1', 'localhost')
    await app.playTurn(session, await app.createConfig({ provider: 'anthropic', modelName: 'm', baseUrl: elsewhere }))
    expect(JSON.stringify(app.replay.requests(address)[0]?.body)).not.toContain('"signature":"')
    expect((await app.send('GET', `/sessions/${session}`)).body).not.toContain('signature')
  })
})
