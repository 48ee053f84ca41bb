import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ModelConfig } from '../db/models/modelConfig.ts'
import { addressOf } from '../models/address/addressOf.ts'
import { isLocalHost } from '../models/address/localHost.ts'
import type { ModelProvider } from '../providers.ts'
import { createNodeFetch } from '../models/transport/nodeFetch.ts'
import type { IdleTimeoutLimits } from '../models/transport/idleTimeout.ts'
import { type ResponseNormalizer, normalizeResponses } from '../models/transport/normalizeResponses.ts'
import { expectStream } from '../models/transport/expectStream.ts'
import { withExtraRequestFields } from '../models/transport/withExtraRequestFields.ts'

/** All explicit: for a key left out, the SDK would take one from the environment and send it to any host. */
interface ModelAccess {
  readonly modelName: string
  readonly baseURL: string
  readonly apiKey: string
  readonly fetch: typeof fetch
  readonly limits: Partial<IdleTimeoutLimits>
  /** Another way to the network, dressed as `fetch` is. */
  readonly dress: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
}

type CreateByProvider = Record<ModelProvider, (access: ModelAccess) => Promise<LanguageModelV4>>

/** A provider's code is loaded when its first model is made. */
const createByProvider: CreateByProvider = {
  async anthropic({ modelName, ...access }) {
    const [{ createAnthropic }, { normalizers }] = await Promise.all([
      import('@ai-sdk/anthropic'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    return createAnthropic(settingsOf(access, normalizers.anthropic))(modelName)
  },
  async deepseek({ modelName, ...access }) {
    const [{ createDeepSeek }, { normalizers }] = await Promise.all([
      import('@ai-sdk/deepseek'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    return createDeepSeek(settingsOf(access, normalizers.chat))(modelName)
  },
  async google({ modelName, ...access }) {
    const [{ createGoogle }, { withResponseModel }, { normalizers }] = await Promise.all([
      import('@ai-sdk/google'),
      import('../models/transport/withResponseModel.ts'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    return withResponseModel(createGoogle(settingsOf(access, normalizers.google))(modelName), 'modelVersion')
  },
  async mistral({ modelName, ...access }) {
    const [{ createMistral }, { normalizers }] = await Promise.all([
      import('@ai-sdk/mistral'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    return createMistral(settingsOf(access, normalizers.mistral))(modelName)
  },
  async ollama(access) {
    if (access.baseURL.endsWith('/v1')) return createCompatible('ollama', access)
    const [{ createOllama }, { detectErrorLines }, { withResponseModel }, { withReasoningFirst }] = await Promise.all([
      import('ollama-ai-provider-v2'),
      import('../models/transport/detectErrorLines.ts'),
      import('../models/transport/withResponseModel.ts'),
      import('../models/transport/withReasoningFirst.ts'),
    ])
    const { modelName, baseURL, apiKey } = access
    const headers = apiKey === '' ? {} : { Authorization: `Bearer ${apiKey}` }
    const ollama = createOllama({ baseURL, headers, fetch: detectErrorLines(access.fetch) })
    return withResponseModel(withReasoningFirst(ollama(modelName)), 'model')
  },
  async openai({ modelName, ...access }) {
    const [{ createOpenAI }, { normalizers }] = await Promise.all([
      import('@ai-sdk/openai'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    return createOpenAI(settingsOf(access, normalizers.openai))(modelName)
  },
  async openrouter({ modelName, ...access }) {
    const [{ createOpenRouter }, { requireDoneMarker }, { normalizers }] = await Promise.all([
      import('@openrouter/ai-sdk-provider'),
      import('../models/transport/requireDoneMarker.ts'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    const fetch = requireDoneMarker(access.fetch)
    return createOpenRouter(settingsOf({ ...access, fetch }, normalizers.chat)).chat(modelName)
  },
  async xai({ modelName, ...access }) {
    const [{ createXai }, { normalizers }] = await Promise.all([
      import('@ai-sdk/xai'),
      import('../models/transport/normalizers/normalizers.ts'),
    ])
    return createXai(settingsOf(access, normalizers.xai))(modelName)
  },
  'openai-compatible': (access) => createCompatible('openai-compatible', access),
  async builtin() {
    const { createBuiltinNarrator } = await import('../narrator/builtinNarrator.ts')
    return createBuiltinNarrator()
  },
}

export type CreateModel = typeof createModelFromDbConfig
/** As much of a config as its model is made of. */
export type ModelRecipe = Pick<
  ModelConfig,
  'provider' | 'modelName' | 'baseUrl' | 'exactAddress' | 'inOnePiece' | 'parameters'
>

/** The language model that a model config describes. Asks nobody yet. */
export async function createModelFromDbConfig(config: ModelRecipe, apiKey: string | null): Promise<LanguageModelV4> {
  const baseURL = addressOf(config)?.baseUrl ?? ''
  const limits = limitsFor(baseURL)
  const dress: ModelAccess['dress'] = (fetch) => expectStream(withExtraRequestFields(fetch, config.parameters))
  const model = await createByProvider[config.provider]({
    modelName: config.modelName,
    baseURL,
    apiKey: apiKey ?? '',
    fetch: dress(createNodeFetch({ limits })),
    limits,
    dress,
  })
  return config.inOnePiece && config.provider !== 'builtin' ? askInOnePiece(model) : model
}

const settingsOf = ({ baseURL, apiKey, fetch }: Omit<ModelAccess, 'modelName'>, mend?: ResponseNormalizer) => ({
  baseURL,
  apiKey,
  fetch: mend === undefined ? fetch : normalizeResponses(fetch, mend),
})

async function createCompatible(name: string, access: ModelAccess): Promise<LanguageModelV4> {
  const [{ createOpenAICompatible }, { withTextFastPath }, { readChatDelta }, { normalizers }, { withoutUsageOption }] =
    await Promise.all([
      import('@ai-sdk/openai-compatible'),
      import('../models/transport/withTextFastPath.ts'),
      import('../models/transport/chatDelta.ts'),
      import('../models/transport/normalizers/normalizers.ts'),
      import('../models/transport/withoutUsageOption.ts'),
    ])
  const { modelName, limits, dress } = access
  return withTextFastPath({
    limits,
    readDelta: readChatDelta,
    createModel: (fetch) => {
      const dressed = dress(withoutUsageOption(fetch))
      const settings = settingsOf({ ...access, fetch: dressed }, normalizers.compatible)
      return createOpenAICompatible({ name, includeUsage: true, ...settings })(modelName)
    },
  })
}

async function askInOnePiece(model: LanguageModelV4): Promise<LanguageModelV4> {
  const { simulateStreamingMiddleware, wrapLanguageModel } = await import('ai')
  return wrapLanguageModel({ model, middleware: simulateStreamingMiddleware() })
}

/** A model of one's own machine may have to be loaded first. */
const LOCAL_FIRST_BYTE_SECONDS = 600

function limitsFor(baseURL: string): Partial<IdleTimeoutLimits> {
  const host = URL.parse(baseURL)?.hostname ?? ''
  return isLocalHost(host) ? { 'first-byte': LOCAL_FIRST_BYTE_SECONDS } : {}
}
