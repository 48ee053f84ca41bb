import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ModelConfig } from '../db/models/modelConfig.ts'
import { addressOf } from '../modelAddress/addressOf.ts'
import { isLocalHost } from '../modelAddress/localHost.ts'
import type { ModelProvider } from '../providers.ts'
import { createNodeFetch } from '../providerTransport/nodeFetch.ts'
import type { SilenceLimits } from '../providerTransport/silenceWatch.ts'
import { type Mend, mendAnswers } from '../providerTransport/mendAnswers.ts'
import { expectStream } from '../providerTransport/expectStream.ts'
import { withExtras } from '../providerTransport/withExtras.ts'

/** All explicit: for a key left out, the SDK would take one from the environment and send it to any host. */
interface ModelAccess {
  readonly modelName: string
  readonly baseURL: string
  readonly apiKey: string
  readonly fetch: typeof fetch
  readonly limits: Partial<SilenceLimits>
  /** Another way to the network, dressed as `fetch` is. */
  readonly dress: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch
}

type CreateByProvider = Record<ModelProvider, (access: ModelAccess) => Promise<LanguageModelV4>>

/** A provider's code is loaded when its first model is made. */
const createByProvider: CreateByProvider = {
  async anthropic({ modelName, ...access }) {
    const [{ createAnthropic }, { mends }] = await Promise.all([
      import('@ai-sdk/anthropic'),
      import('../providerTransport/mends/mends.ts'),
    ])
    return createAnthropic(settingsOf(access, mends.anthropic))(modelName)
  },
  async deepseek({ modelName, ...access }) {
    const [{ createDeepSeek }, { mends }] = await Promise.all([
      import('@ai-sdk/deepseek'),
      import('../providerTransport/mends/mends.ts'),
    ])
    return createDeepSeek(settingsOf(access, mends.chat))(modelName)
  },
  async google({ modelName, ...access }) {
    const [{ createGoogle }, { withAnsweringModel }, { mends }] = await Promise.all([
      import('@ai-sdk/google'),
      import('../providerTransport/withAnsweringModel.ts'),
      import('../providerTransport/mends/mends.ts'),
    ])
    return withAnsweringModel(createGoogle(settingsOf(access, mends.google))(modelName), 'modelVersion')
  },
  async mistral({ modelName, ...access }) {
    const [{ createMistral }, { mends }] = await Promise.all([
      import('@ai-sdk/mistral'),
      import('../providerTransport/mends/mends.ts'),
    ])
    return createMistral(settingsOf(access, mends.mistral))(modelName)
  },
  async ollama(access) {
    if (access.baseURL.endsWith('/v1')) return createCompatible('ollama', access)
    const [{ createOllama }, { watchErrorLines }, { withAnsweringModel }, { withThoughtsFirst }] = await Promise.all([
      import('ollama-ai-provider-v2'),
      import('../providerTransport/watchErrorLines.ts'),
      import('../providerTransport/withAnsweringModel.ts'),
      import('../providerTransport/withThoughtsFirst.ts'),
    ])
    const { modelName, baseURL, apiKey } = access
    const headers = apiKey === '' ? {} : { Authorization: `Bearer ${apiKey}` }
    const ollama = createOllama({ baseURL, headers, fetch: watchErrorLines(access.fetch) })
    return withAnsweringModel(withThoughtsFirst(ollama(modelName)), 'model')
  },
  async openai({ modelName, ...access }) {
    const [{ createOpenAI }, { mends }] = await Promise.all([
      import('@ai-sdk/openai'),
      import('../providerTransport/mends/mends.ts'),
    ])
    return createOpenAI(settingsOf(access, mends.openai))(modelName)
  },
  async openrouter({ modelName, ...access }) {
    const [{ createOpenRouter }, { requireEndMark }, { mends }] = await Promise.all([
      import('@openrouter/ai-sdk-provider'),
      import('../providerTransport/requireEndMark.ts'),
      import('../providerTransport/mends/mends.ts'),
    ])
    const fetch = requireEndMark(access.fetch)
    return createOpenRouter(settingsOf({ ...access, fetch }, mends.chat)).chat(modelName)
  },
  async xai({ modelName, ...access }) {
    const [{ createXai }, { mends }] = await Promise.all([
      import('@ai-sdk/xai'),
      import('../providerTransport/mends/mends.ts'),
    ])
    return createXai(settingsOf(access, mends.xai))(modelName)
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
  const dress: ModelAccess['dress'] = (fetch) => expectStream(withExtras(fetch, config.parameters))
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

const settingsOf = ({ baseURL, apiKey, fetch }: Omit<ModelAccess, 'modelName'>, mend?: Mend) => ({
  baseURL,
  apiKey,
  fetch: mend === undefined ? fetch : mendAnswers(fetch, mend),
})

async function createCompatible(name: string, access: ModelAccess): Promise<LanguageModelV4> {
  const [{ createOpenAICompatible }, { withWordShortcut }, { readChatDelta }, { mends }, { withoutUsageOption }] =
    await Promise.all([
      import('@ai-sdk/openai-compatible'),
      import('../providerTransport/withWordShortcut.ts'),
      import('../providerTransport/chatDelta.ts'),
      import('../providerTransport/mends/mends.ts'),
      import('../providerTransport/withoutUsageOption.ts'),
    ])
  const { modelName, limits, dress } = access
  return withWordShortcut({
    limits,
    readDelta: readChatDelta,
    createModel: (fetch) => {
      const dressed = dress(withoutUsageOption(fetch))
      const settings = settingsOf({ ...access, fetch: dressed }, mends.compatible)
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

function limitsFor(baseURL: string): Partial<SilenceLimits> {
  const host = URL.parse(baseURL)?.hostname ?? ''
  return isLocalHost(host) ? { 'first-byte': LOCAL_FIRST_BYTE_SECONDS } : {}
}
