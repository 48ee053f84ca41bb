import type { LanguageModelV4FunctionTool, LanguageModelV4Message } from '@ai-sdk/provider'
import { describe, expect, it } from 'vitest'

import { chooseTools } from '../../src/engine/request/chooseTools.ts'
import { createModelFromDbConfig } from '../../src/models/createModel.ts'
import { findPromptRules } from '../../src/models/findPromptRules.ts'
import { noParameters } from '../../src/models/parameters/modelParameters.ts'
import { markHistory } from '../../src/models/promptCache/markHistory.ts'
import { mergeOptions } from '../../src/models/promptCache/mergeOptions.ts'
import { sessionCacheId } from '../../src/models/promptCache/sessionCacheId.ts'
import { providers } from '../../src/models/providers/providers.ts'
import { NETWORK_PROVIDERS, type NetworkProvider } from '../support/networkProviders.ts'
import { answerJson, openChatProvider } from '../support/provider.ts'

const SESSION = '0197b1d4-0000-7000-8000-000000000001'

const user = (text: string): LanguageModelV4Message => ({ role: 'user', content: [{ type: 'text', text }] })
const narrator = (text: string): LanguageModelV4Message => ({ role: 'assistant', content: [{ type: 'text', text }] })
const call = { toolCallId: 'call00001', toolName: 'take' }
const HISTORY: readonly LanguageModelV4Message[] = [
  user('Begin.'),
  narrator('A lawn.'),
  user('I take the lamp.'),
  { role: 'assistant', content: [{ type: 'tool-call', ...call, input: { item: 'lamp' } }] },
  { role: 'tool', content: [{ type: 'tool-result', ...call, output: { type: 'json', value: { result: 'applied' } } }] },
  narrator('You have it.'),
]
const tool = (name: string): LanguageModelV4FunctionTool => ({
  type: 'function',
  name,
  description: 'Does it.',
  inputSchema: { type: 'object', properties: { item: { type: 'string' } }, required: ['item'] },
})
const TOOLS = [tool('take'), tool('drop')]

interface Asked {
  readonly provider: NetworkProvider
  readonly modelName?: string
  readonly mayCall?: boolean
  readonly callable?: readonly string[]
}

/** The body of a request with the history and the tools, as the package of the provider sends it. */
async function send({ provider, modelName = 'quill', mayCall = true, callable = ['take', 'drop'] }: Asked) {
  const { url, seen } = await openChatProvider((response) => answerJson(response, 418, {}))
  const recipe = { provider, modelName, baseUrl: url, exactAddress: false, inOnePiece: false, parameters: noParameters }
  const model = await createModelFromDbConfig(recipe, 'sk-test')
  const { cache } = findPromptRules(provider, modelName)
  const toolOptions = chooseTools(TOOLS, { cache, mayCall, callable })
  const providerOptions = mergeOptions(
    providers[provider].toCallOptions({ parameters: noParameters, requestedWindow: null, baseUrl: url })
      .providerOptions,
    cache.nameSession(sessionCacheId(SESSION)),
    toolOptions.providerOptions,
  )
  const prompt: LanguageModelV4Message[] = [
    { role: 'system', content: 'You narrate.' },
    ...markHistory(HISTORY, cache.markedRole),
    user('# State of this turn\n\nI wait.'),
  ]
  const request = { prompt, ...toolOptions, ...(providerOptions && { providerOptions }) }
  await expect(Promise.resolve(model.doStream(request))).rejects.toThrow()
  return seen[0]?.body ?? {}
}

const MARK = { type: 'ephemeral' }

describe('the marks of a prompt cache', () => {
  it('are at the ends of the last two histories for Claude, and never at the state', async () => {
    const { messages, system } = await send({ provider: 'anthropic', modelName: 'claude-sonnet-4-5' })
    expect(messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Begin.' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'A lawn.', cache_control: MARK }] },
      { role: 'user', content: [{ type: 'text', text: 'I take the lamp.' }] },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'call00001', name: 'take', input: { item: 'lamp' } }] },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'call00001', content: '{"result":"applied"}' }],
      },
      { role: 'assistant', content: [{ type: 'text', text: 'You have it.', cache_control: MARK }] },
      { role: 'user', content: [{ type: 'text', text: '# State of this turn\n\nI wait.' }] },
    ])
    expect(JSON.stringify(system)).not.toContain('cache_control')
  })

  it('are in texts of the player for Claude at OpenRouter', async () => {
    const { messages } = await send({ provider: 'openrouter', modelName: 'anthropic/claude-sonnet-4.5' })
    const marked = (text: string) => ({ role: 'user', content: [{ type: 'text', text, cache_control: MARK }] })
    expect(messages).toMatchObject([
      { role: 'system' },
      marked('Begin.'),
      { role: 'assistant', content: 'A lawn.' },
      marked('I take the lamp.'),
      { role: 'assistant', content: null },
      { role: 'tool' },
      { role: 'assistant', content: 'You have it.' },
      { role: 'user', content: '# State of this turn\n\nI wait.' },
    ])
    expect(JSON.stringify(messages).match(/cache_control/g)).toHaveLength(2)
  })

  it.each(NETWORK_PROVIDERS.filter((name) => name !== 'anthropic'))('are unknown to %s', async (provider) => {
    expect(JSON.stringify(await send({ provider }))).not.toContain('cache_control')
  })

  it('stand where they stood before in the next turn, besides the new one', () => {
    const marksOf = (messages: readonly LanguageModelV4Message[]) =>
      messages.flatMap(({ providerOptions }, index) => (providerOptions === undefined ? [] : [index]))
    const next = [...HISTORY, user('I wait.'), narrator('Time passes.')]
    expect(marksOf(markHistory(HISTORY, 'assistant'))).toEqual([1, 5])
    expect(marksOf(markHistory(next, 'assistant'))).toEqual([5, 7])
    expect(marksOf(markHistory(HISTORY, 'user'))).toEqual([0, 2])
    expect(marksOf(markHistory(next, 'user'))).toEqual([2, 6])
    expect(marksOf(markHistory([], 'assistant'))).toEqual([])
  })
})

describe('the id of a session', () => {
  it.each(['openai', 'xai', 'mistral'] as const)('is sent to %s, and tells nothing', async (provider) => {
    const { prompt_cache_key: key } = await send({ provider })
    expect(key).toBe(sessionCacheId(SESSION))
    expect(key).toMatch(/^[\w-]{32}$/)
    expect(key).not.toBe(sessionCacheId(SESSION.replace('1', '2')))
  })

  it.each(['anthropic', 'deepseek', 'google', 'ollama', 'openrouter', 'openai-compatible'] as const)(
    'is not sent to %s, which has no field for it',
    async (provider) => {
      expect(JSON.stringify(await send({ provider }))).not.toMatch(/cache_key|session/i)
    },
  )

  it('leaves the other options of a provider as they are', async () => {
    expect(await send({ provider: 'openai' })).toMatchObject({ store: false })
  })
})

describe('a request that no call may answer', () => {
  const none = { tool_choice: 'none' }
  it.each<[NetworkProvider, object]>([
    ['anthropic', { tool_choice: { type: 'auto' } }],
    ['deepseek', none],
    ['google', { toolConfig: { functionCallingConfig: { mode: 'NONE' } } }],
    ['mistral', none],
    ['ollama', {}],
    ['openai', none],
    ['openrouter', none],
    ['xai', none],
    ['openai-compatible', none],
  ])('has the same tools for %s', async (provider, choice) => {
    const [free, bound] = [await send({ provider }), await send({ provider, mayCall: false })]
    expect(bound['tools']).toEqual(free['tools'])
    expect(JSON.stringify(bound['tools'])).toMatch(/take.*drop/)
    expect(bound).toMatchObject(choice)
  })

  it('has the tool choice of all others for Claude at OpenRouter', async () => {
    const modelName = 'anthropic/claude-sonnet-4.5'
    expect(await send({ provider: 'openrouter', modelName, mayCall: false })).toMatchObject({ tool_choice: 'auto' })
  })
})

describe('a request with tools that make no sense now', () => {
  it('allows OpenAI only the others, with the same tools', async () => {
    const [all, some] = [await send({ provider: 'openai' }), await send({ provider: 'openai', callable: ['drop'] })]
    expect(some['tools']).toEqual(all['tools'])
    expect(all['tool_choice']).toBe('auto')
    expect(some['tool_choice']).toEqual({
      type: 'allowed_tools',
      mode: 'auto',
      tools: [{ type: 'function', name: 'drop' }],
    })
  })

  it.each(['xai', 'openai-compatible', 'anthropic'] as const)('allows %s all of them', async (provider) => {
    expect(await send({ provider, callable: ['drop'] })).toEqual(await send({ provider }))
  })

  it('allows no call if that is all of them', async () => {
    expect(await send({ provider: 'openai', callable: [] })).toMatchObject({ tool_choice: 'none' })
  })
})
