import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

import { type ModelParameters, noParameters } from '../../src/models/parameters/modelParameters.ts'
import { providers } from '../../src/models/providers/providers.ts'
import type { ModelProvider } from '../../src/providers.ts'
import { createModelFromDbConfig, type ModelRecipe } from '../../src/web/modelFactory.ts'
import { NETWORK_PROVIDERS, type NetworkProvider } from '../support/networkProviders.ts'
import { answerJson, openChatProvider, openProvider, type SeenRequest } from '../support/provider.ts'

const KEY = 'sk-canary-0123456789'

interface Asked extends Partial<Omit<ModelRecipe, 'parameters'>> {
  readonly provider: ModelProvider
  readonly parameters?: Partial<ModelParameters>
  readonly apiKey?: string | null
}

/** What a model sends when it is asked; the answer is a refusal. */
async function ask({ apiKey = KEY, parameters: set = {}, ...config }: Asked): Promise<SeenRequest> {
  const { url, seen } = await openChatProvider((response) => answerJson(response, 418, {}))
  const parameters = { ...noParameters, ...set }
  const recipe = {
    modelName: 'some-model',
    baseUrl: url,
    exactAddress: false,
    inOnePiece: false,
    ...config,
    parameters,
  }
  const model = await createModelFromDbConfig(recipe, apiKey)
  const baseUrl = config.baseUrl ?? `${url}/api`
  const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hello' }] }]
  const options = providers[config.provider].toCallOptions({
    parameters,
    requestedWindow: parameters.contextWindow,
    baseUrl,
  })
  await expect(Promise.resolve(model.doStream({ prompt, ...options }))).rejects.toThrow()
  const [request] = seen
  if (request === undefined) throw new Error('Nothing was asked.')
  return request
}

describe.each<[NetworkProvider, string, string, string]>([
  ['anthropic', '/v1/messages', 'x-api-key', KEY],
  ['deepseek', '/chat/completions', 'authorization', `Bearer ${KEY}`],
  ['google', '/v1beta/models/some-model:streamGenerateContent?alt=sse', 'x-goog-api-key', KEY],
  ['mistral', '/v1/chat/completions', 'authorization', `Bearer ${KEY}`],
  ['ollama', '/api/chat', 'authorization', `Bearer ${KEY}`],
  ['openai', '/v1/responses', 'authorization', `Bearer ${KEY}`],
  ['openrouter', '/api/v1/chat/completions', 'authorization', `Bearer ${KEY}`],
  ['xai', '/v1/responses', 'authorization', `Bearer ${KEY}`],
  ['openai-compatible', '/v1/chat/completions', 'authorization', `Bearer ${KEY}`],
])('a model of %s', (provider, path, header, value) => {
  it('sends requests to its address, with its key', async () => {
    const { method, url, headers } = await ask({ provider })
    expect([method, url]).toEqual(['POST', path])
    expect(headers[header]).toBe(value)
  })

  it('sends no key if it has none, whatever the environment has', async () => {
    for (const name of providers[provider].server?.apiKey.variables ?? []) vi.stubEnv(name, 'sk-of-the-environment')
    const { headers } = await ask({ provider, apiKey: null })
    vi.unstubAllEnvs()
    expect(headers[header]).toBeUndefined()
    expect(JSON.stringify(headers)).not.toContain('sk-of-the-environment')
  })

  it('sends only the parameters that are set', async () => {
    const text = JSON.stringify((await ask({ provider })).body)
    expect(text).not.toMatch(/temperature|top_?[pk]|penalty|seed|num_ctx|num_predict|reasoning_effort|"n":|null/i)
    if (provider !== 'anthropic') expect(text).not.toMatch(/max_?(output_?|completion_?)?tokens/i)
  })

  it('sends extra headers and fields, except those that the app sets itself', async () => {
    const extraHeaders = { 'x-title': 'Gamebook', authorization: 'Bearer other', 'x-api-key': 'other' }
    const extraBody = { safe_prompt: true, model: 'other', stream: false, tools: [] }
    const { headers, body } = await ask({ provider, parameters: { extraHeaders, extraBody } })
    expect(headers).toMatchObject({ 'x-title': 'Gamebook', [header]: value })
    expect(body.safe_prompt).toBe(true)
    expect(JSON.stringify(body)).not.toContain('other')
    expect(body.stream).not.toBe(false)
  })

  it('does not follow redirects', async () => {
    const elsewhere = await openProvider((response) => answerJson(response, 200, {}))
    const { url } = await openProvider((response) => response.writeHead(302, { location: elsewhere.url }).end())
    const recipe = { provider, modelName: 'm', baseUrl: url, exactAddress: false, inOnePiece: false }
    const model = await createModelFromDbConfig({ ...recipe, parameters: noParameters }, KEY)
    const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Hello' }] }]
    await expect(Promise.resolve(model.doStream({ prompt }))).rejects.toThrow()
    expect(elsewhere.seen).toEqual([])
  })
})

describe('the parameters of a config', () => {
  const set = { maxOutputTokens: 500, temperature: 0.5, topP: 0.9, topK: 40, seed: 7 }

  it.each<[NetworkProvider, object]>([
    ['anthropic', { max_tokens: 500, temperature: 0.5, top_k: 40 }],
    ['deepseek', { max_tokens: 500 }],
    ['google', { generationConfig: { maxOutputTokens: 500, temperature: 0.5, topP: 0.9, topK: 40, seed: 7 } }],
    ['mistral', { max_tokens: 500, temperature: 0.5, top_p: 0.9, random_seed: 7 }],
    ['ollama', { options: { num_predict: 500, temperature: 0.5, top_p: 0.9, top_k: 40, seed: 7 } }],
    ['openai', { max_output_tokens: 500, temperature: 0.5, top_p: 0.9 }],
    ['openrouter', { max_tokens: 500, temperature: 0.5, top_p: 0.9, top_k: 40, seed: 7 }],
    ['xai', { max_output_tokens: 500, temperature: 0.5, top_p: 0.9 }],
    ['openai-compatible', { max_tokens: 500, temperature: 0.5, top_p: 0.9, seed: 7 }],
  ])('are sent to %s under its names', async (provider, body) => {
    expect((await ask({ provider, parameters: set })).body).toMatchObject(body)
  })

  it.each<[NetworkProvider, object]>([
    ['ollama', { think: true }],
    ['openrouter', { reasoning: { effort: 'high' } }],
    ['openai-compatible', { reasoning_effort: 'high' }],
    ['deepseek', { reasoning_effort: 'high' }],
  ])('set the reasoning effort of %s', async (provider, body) => {
    expect((await ask({ provider, parameters: { reasoningEffort: 'high' } })).body).toMatchObject(body)
  })

  it('give native Ollama its context size', async () => {
    const { body } = await ask({ provider: 'ollama', parameters: { contextWindow: 8192 } })
    expect(body.options).toEqual({ num_ctx: 8192 })
  })

  it.each(['openai', 'xai'] as const)('ask %s not to store anything', async (provider) => {
    expect((await ask({ provider })).body.store).toBe(false)
  })
})

describe('the packages of the providers', () => {
  it('are installed in the pinned versions', () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    const require = createRequire(import.meta.url)
    const pinned = Object.entries<string>(manifest.dependencies).filter(([name]) => /^ai$|ai-sdk|ollama/.test(name))
    expect(pinned).toHaveLength(NETWORK_PROVIDERS.length + 2)
    for (const [name, version] of pinned) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
      const entry = require.resolve(name)
      const root = entry.slice(0, entry.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length)
      expect([name, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version]).toEqual([name, version])
    }
  })
})
