import { z } from 'zod'

import { endpointPattern } from '../address/addressShape.ts'
import { ollamaChat } from '../dialects/ollamaChat.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { type ConfiguredCallOptions, toCommonOptions } from '../parameters/callOptions.ts'
import type { ModelParameters } from '../parameters/modelParameters.ts'
import { plainPrompt } from '../promptRules.ts'
import { withContextWindow, withTag } from '../contextWindow/withContextWindow.ts'
import type { Provider, ProviderServer, ServerQuestion } from '../provider.ts'
import { withReasoningFirst } from '../transport/withReasoningFirst.ts'
import { createChatCompatible } from './shared/chatCompatible.ts'
import { bearerHeaders } from './shared/hostedServer.ts'

/** Below `/v1`, Ollama speaks the chat completions of OpenAI instead of its own API. */
const isCompatible = (baseUrl: string): boolean => baseUrl.endsWith('/v1')

/** The native API, which knows more about a model than the one below `/v1`. */
const nativeUrl = (baseUrl: string): string => baseUrl.replace(/\/v1$/, '/api')

const Running = z.object({ models: z.array(z.object({ name: z.string(), context_length: z.number().optional() })) })

async function listRunning({ baseUrl, request }: ServerQuestion) {
  return Running.safeParse(await request(`${nativeUrl(baseUrl)}/ps`).catch(() => null)).data?.models ?? null
}

const Shown = z.object({ capabilities: z.array(z.string()).optional().catch(undefined) })

const server: ProviderServer = {
  presetBaseUrl: 'http://127.0.0.1:11434/api',
  baseUrlRequired: true,
  apiKey: {
    required: false,
    variables: ['OLLAMA_API_KEY'],
    environmentOrigin: 'https://ollama.com',
    url: 'https://ollama.com/settings/keys',
  },
  address: {
    localPort: 11434,
    endpoints: endpointPattern('chat', 'generate', 'tags', 'show'),
    completePath: (path) => (/\/(api|v1)$/.test(path) ? path : `${path}/api`),
    paths: (baseUrl) =>
      isCompatible(baseUrl)
        ? { listPath: '/models', chatPath: () => '/chat/completions' }
        : { listPath: '/tags', chatPath: () => '/chat' },
  },
  requestHeaders: bearerHeaders,
  modelIdField: 'name',
  async supportsTools({ baseUrl, modelName, request }) {
    const { data } = Shown.safeParse(
      await request(`${nativeUrl(baseUrl)}/show`, { model: modelName }).catch(() => null),
    )
    return data === undefined ? null : (data.capabilities?.includes('tools') ?? true)
  },
  async isLoaded(question) {
    const models = await listRunning(question)
    return models === null ? null : models.some(({ name }) => withTag(name) === withTag(question.modelName))
  },
  async contextLength(question) {
    const models = (await listRunning(question)) ?? []
    return models.find(({ name }) => withTag(name) === withTag(question.modelName))?.context_length ?? null
  },
  cutPromptRemedy: (baseUrl) =>
    isCompatible(baseUrl)
      ? 'Use the URL that ends in /api and set "Context window", or start Ollama with a larger OLLAMA_CONTEXT_LENGTH.'
      : 'Set a larger "Context window" for this model.',
}

export const ollama: Provider = {
  label: 'Ollama',
  server,
  parameters: {
    unsupported: ['presencePenalty', 'frequencyPenalty'],
    limitations: {
      contextWindow: 'Ignored for URLs that end in /v1.',
      reasoningEffort: 'Thinking is only on or off.',
    },
  },
  prompt: { ...plainPrompt, returnsReasoning: 'with-calls' },
  failureRules: [],
  toCallOptions: ({ parameters, baseUrl }) =>
    isCompatible(baseUrl) ? toCommonOptions(parameters) : toNativeOptions(parameters),
  async createModel(access) {
    if (isCompatible(access.baseURL)) return createChatCompatible('ollama', access)
    const { createOllama } = await import('ollama-ai-provider-v2')
    const { modelName, baseURL, apiKey } = access
    const headers = apiKey === '' ? {} : { Authorization: `Bearer ${apiKey}` }
    const chatFetch = withContextWindow(access.fetch, baseURL)
    const model = withDialect(ollamaChat, chatFetch, (fetch) => createOllama({ baseURL, headers, fetch })(modelName))
    return withReasoningFirst(model)
  },
}

/** The native API reads sampling parameters only from its own options. */
function toNativeOptions(parameters: ModelParameters): ConfiguredCallOptions {
  const { contextWindow, maxOutputTokens, temperature, topP, topK, seed, reasoningEffort } = parameters
  const options = {
    ...(contextWindow !== null && { num_ctx: contextWindow }),
    ...(maxOutputTokens !== null && { num_predict: maxOutputTokens }),
    ...(temperature !== null && { temperature }),
    ...(topP !== null && { top_p: topP }),
    ...(topK !== null && { top_k: topK }),
    ...(seed !== null && { seed }),
  }
  const native = {
    ...(reasoningEffort !== null && { think: reasoningEffort !== 'none' }),
    ...(Object.keys(options).length > 0 && { options }),
  }
  return Object.keys(native).length === 0 ? {} : { providerOptions: { ollama: native } }
}
