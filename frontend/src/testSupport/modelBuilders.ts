import type { AddressPreview, ConnectionTest, ModelConfig, Provider } from '../types/api.ts'

/** Deprecated fields: the server still sends them, and the app does not read them. */
const deprecatedFields = { provider: { local: false }, modelConfig: { notes: [] } }

const TIME = '2026-03-01T20:00:00.000Z'

const number = (min: number, max: number) => ({ supported: true, min, max })

export function provider(change: Partial<Provider> = {}): Provider {
  return {
    id: 'openai',
    label: 'OpenAI',
    defaultBaseUrl: 'https://api.openai.com/v1',
    baseUrlRequired: false,
    apiKeyRequired: true,
    apiKeyEnvironmentVariable: 'OPENAI_API_KEY',
    apiKeyUrl: 'https://platform.openai.com/api-keys',
    parameters: {
      contextWindow: { supported: false, min: 256, max: 20_000_000 },
      maxOutputTokens: number(1, 1_000_000),
      temperature: { ...number(0, 2), limitation: 'Not taken by reasoning models.' },
      topP: number(0, 1),
      topK: { supported: false, min: 1, max: 1000 },
      presencePenalty: number(-2, 2),
      frequencyPenalty: number(-2, 2),
      seed: number(0, 2_147_483_647),
      reasoningEffort: { supported: true, values: ['none', 'low', 'high'] },
    },
    ...deprecatedFields.provider,
    ...change,
  }
}

export const openai = provider()
export const mistral = provider({
  id: 'mistral',
  label: 'Mistral',
  defaultBaseUrl: 'https://api.mistral.ai/v1',
  apiKeyEnvironmentVariable: 'MISTRAL_API_KEY',
  apiKeyUrl: 'https://console.mistral.ai',
})
export const ollama = provider({
  id: 'ollama',
  label: 'Ollama',
  defaultBaseUrl: 'http://127.0.0.1:11434/api',
  baseUrlRequired: true,
  apiKeyRequired: false,
  apiKeyUrl: null,
  local: true,
})
export const builtin = provider({
  id: 'builtin',
  label: 'Built-in narrator',
  defaultBaseUrl: null,
  apiKeyRequired: false,
  apiKeyUrl: null,
  local: true,
})

export function modelConfig(change: Partial<ModelConfig> = {}): ModelConfig {
  return {
    id: 'quill',
    name: 'Quill',
    provider: 'openai',
    modelName: 'quill-large',
    baseUrl: 'https://api.openai.com/v1',
    exactAddress: false,
    inOnePiece: false,
    toolStyle: 'growing',
    timeouts: { firstWord: null, total: null },
    contextWindow: null,
    maxOutputTokens: null,
    temperature: null,
    topP: null,
    topK: null,
    presencePenalty: null,
    frequencyPenalty: null,
    seed: null,
    reasoningEffort: null,
    extraHeaders: null,
    extraBody: null,
    apiKey: { source: 'stored', lastFour: '6789' },
    resolvedUrl: 'https://api.openai.com/v1/responses',
    refusedParameters: [],
    problems: {},
    lastTest: null,
    sessionCount: 0,
    local: false,
    saveNotes: [],
    ...deprecatedFields.modelConfig,
    createdAt: TIME,
    updatedAt: TIME,
    ...change,
  }
}

export const builtinConfig = modelConfig({
  id: 'builtin',
  name: 'Built-in narrator',
  provider: 'builtin',
  modelName: 'builtin',
  baseUrl: null,
  resolvedUrl: null,
  apiKey: { source: 'none' },
  local: true,
})

export function addressPreview(change: Partial<AddressPreview> = {}): AddressPreview {
  return {
    baseUrl: 'https://api.openai.com/v1',
    listUrl: 'https://api.openai.com/v1/models',
    chatUrl: 'https://api.openai.com/v1/responses',
    notes: [],
    refusal: null,
    hint: null,
    clearsKey: false,
    environmentVariable: null,
    refusedParameters: [],
    ...change,
  }
}

export function connectionTest({ status = 'warning', ...change }: Partial<ConnectionTest> = {}): ConnectionTest {
  const deprecated = { ok: status !== 'failed' }
  return {
    ...deprecated,
    status,
    testedAt: TIME,
    steps: [
      { step: 'reach', ok: true, ms: 41 },
      { step: 'model', ok: true, ms: 0, hint: 'There is no list to look it up in.' },
      { step: 'stream', ok: true, ms: 1240 },
    ],
    ...change,
  }
}

export const failedTest = connectionTest({
  status: 'failed',
  steps: [
    { step: 'reach', ok: true, ms: 41 },
    {
      step: 'authenticate',
      ok: false,
      ms: 77,
      code: 'invalid-key',
      detail: 'OpenAI rejected the API key. HTTP 401. Incorrect API key provided.',
      hint: "Enter this model's API key again.",
    },
  ],
})
