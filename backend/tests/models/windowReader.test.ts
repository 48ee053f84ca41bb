import type { Json } from '@llm-gamebook/story'
import { describe, expect, it } from 'vitest'

import { resolveAddress } from '../../src/models/address/resolveAddress.ts'
import { reserveOutput } from '../../src/models/contextWindow/contextWindow.ts'
import { createWindowReader } from '../../src/models/contextWindow/windowReader.ts'
import { createModelLists } from '../../src/models/list/modelLists.ts'
import type { ModelProvider } from '../../src/providers.ts'
import { systemClock } from '../../src/clock.ts'
import { answerJson, openProvider } from '../support/provider.ts'

const lists = createModelLists(systemClock)

interface Model {
  readonly provider: ModelProvider
  readonly modelName: string
  readonly baseUrl?: string
  readonly contextWindow?: number
  readonly extraBody?: Readonly<Record<string, Json>>
}

function toModel({ provider, modelName, baseUrl = '', contextWindow, extraBody }: Model) {
  const address = resolveAddress({ provider, typed: baseUrl, exactly: false })
  return {
    provider,
    modelName,
    apiKey: 'sk-test',
    extraHeaders: null,
    extraBody: extraBody ?? null,
    contextWindow: contextWindow ?? null,
    address: 'refusal' in address ? null : address,
  }
}

const read = async (model: Model) => (await createWindowReader(lists, toModel(model)))()

const hosted = (provider: 'openrouter' | 'openai-compatible', modelName: string): Model =>
  provider === 'openrouter' ? { provider, modelName } : { provider, modelName, baseUrl: GATEWAY }

const GATEWAY = 'https://models.example.org/v1'
const LOCAL = 'http://127.0.0.1:9/v1'

describe('the context window of a model', () => {
  it.each<[string, Model, number, string]>([
    ['its config', { provider: 'openai', modelName: 'gpt-4o', contextWindow: 20_000 }, 20_000, 'config'],
    [
      'the extra fields of its config',
      { provider: 'ollama', modelName: 'quill', baseUrl: LOCAL, extraBody: { options: { num_ctx: 2048 } } },
      2048,
      'config',
    ],
    ['the table', { provider: 'openai', modelName: 'gpt-4o' }, 128_000, 'table'],
    ['the table, by family', { provider: 'anthropic', modelName: 'claude-3-5-haiku-latest' }, 200_000, 'table'],
    ['the table, below a vendor', hosted('openrouter', 'anthropic/claude-opus-4.6'), 1_000_000, 'table'],
    ['the table, for a variant', hosted('openrouter', 'google/gemini-2.5-flash:free'), 1_000_000, 'table'],
    ['the table, for a dated name', hosted('openrouter', 'OpenAI/gpt-4o-2024-11-20'), 128_000, 'table'],
    ['the table, for a whole name with a variant', hosted('openrouter', 'openai/gpt-4:extended'), 8192, 'table'],
    ['the table, below folders', hosted('openai-compatible', 'eu/x-ai/grok-4'), 256_000, 'table'],
    ['the table, below "models"', { provider: 'google', modelName: 'models/gemini-3-pro' }, 1_000_000, 'table'],
    ['a guess for an unknown vendor', hosted('openrouter', 'someone/gpt-4o'), 32_768, 'default'],
    ['a guess for an unknown model of a vendor', hosted('openrouter', 'openai/claude-3'), 32_768, 'default'],
    [
      'a guess for hosted models',
      { provider: 'openai-compatible', modelName: 'm', baseUrl: GATEWAY },
      32_768,
      'default',
    ],
    ['a guess for local models', { provider: 'openai-compatible', modelName: 'm', baseUrl: LOCAL }, 8192, 'default'],
    [
      'a guess for a known name on a local server',
      { provider: 'openai', modelName: 'gpt-4o', baseUrl: LOCAL },
      8192,
      'default',
    ],
  ])('comes from %s', async (_, model, tokens, source) => {
    expect(await read(model)).toEqual({ tokens, source })
  })

  it('comes from the list of its provider as soon as that is known, and no list is requested for it', async () => {
    const list = {
      data: [
        { id: 'quill', context_length: 40_960 },
        { id: 'nib', max_model_len: 4096 },
      ],
    }
    const { url, seen } = await openProvider((response) => answerJson(response, 200, list))
    const model = toModel({ provider: 'openai-compatible', modelName: 'quill', baseUrl: url })
    const readWindow = await createWindowReader(lists, model)
    expect(readWindow()).toEqual({ tokens: 8192, source: 'default' })
    expect(seen).toEqual([])
    await lists.get({ ...model, listUrl: model.address?.listUrl ?? '' })
    expect(readWindow()).toEqual({ tokens: 40_960, source: 'provider' })
    expect(await read({ provider: 'openai-compatible', modelName: 'nib', baseUrl: url })).toEqual({
      tokens: 4096,
      source: 'provider',
    })
  })

  it.each([-1, 0, 2.5, 1e300])('is no size that cannot be one: %s', async (size) => {
    const list = { data: [{ id: 'quill', context_length: size }] }
    const { url } = await openProvider((response) => answerJson(response, 200, list))
    const model = toModel({ provider: 'openai-compatible', modelName: 'quill', baseUrl: url })
    await lists.get({ ...model, listUrl: model.address?.listUrl ?? '' })
    expect((await createWindowReader(lists, model))()).toEqual({ tokens: 8192, source: 'default' })
  })

  it('has no limit for the built-in narrator', async () => {
    expect((await read({ provider: 'builtin', modelName: 'narrator' })).tokens).toBe(Number.MAX_SAFE_INTEGER)
  })
})

describe('the part of a window that is kept for the answer', () => {
  it.each([
    [8192, null, 1024],
    [200_000, null, 4096],
    [200_000, 64_000, 64_000],
    [8192, 100_000, 4096],
    [256, null, 32],
  ])('%s tokens, with an answer of %s: %s', (tokens, configured, reserved) => {
    expect(reserveOutput({ tokens, source: 'default' }, configured)).toBe(reserved)
  })
})
