import { z } from 'zod'

import { endpointPattern } from '../address/addressShape.ts'
import { ollamaChat } from '../dialects/ollamaChat.ts'
import { withDialect } from '../dialects/withDialect.ts'
import { type ConfiguredCallOptions, type ParameterUse, toCommonOptions } from '../parameters/callOptions.ts'
import { plainPrompt } from '../promptRules.ts'
import type { Provider, ProviderServer } from '../provider.ts'
import { withReasoningFirst } from '../transport/withReasoningFirst.ts'
import { chooseOllamaWindow, findLoaded, isCompatible, nativeUrl, canRequestWindow } from './shared/ollamaWindow.ts'
import { createChatCompatible } from './shared/chatCompatible.ts'
import { bearerHeaders } from './shared/hostedServer.ts'

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
  isFreeAtHome: true,
  async supportsTools({ baseUrl, modelName, request }) {
    const { data } = Shown.safeParse(
      await request(`${nativeUrl(baseUrl)}/show`, { model: modelName }).catch(() => null),
    )
    return data === undefined ? null : (data.capabilities?.includes('tools') ?? true)
  },
  chooseWindow: chooseOllamaWindow,
  requestsWindow: canRequestWindow,
  async isLoaded(question) {
    const loaded = await findLoaded(question)
    return loaded === null ? null : loaded.isLoaded
  },
  async contextLength(question) {
    return (await findLoaded(question))?.contextLength ?? null
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
  toCallOptions: (use) => (isCompatible(use.baseUrl) ? toCommonOptions(use.parameters) : toNativeOptions(use)),
  async createModel(access) {
    if (isCompatible(access.baseURL)) return createChatCompatible('ollama', access)
    const { createOllama } = await import('ollama-ai-provider-v2')
    const { modelName, baseURL, apiKey } = access
    const headers = apiKey === '' ? {} : { Authorization: `Bearer ${apiKey}` }
    const model = withDialect(ollamaChat, access.fetch, (fetch) => createOllama({ baseURL, headers, fetch })(modelName))
    return withReasoningFirst(model)
  },
}

/** The native API reads sampling parameters only from its own options. */
function toNativeOptions({ parameters, requestedWindow }: ParameterUse): ConfiguredCallOptions {
  const { maxOutputTokens, temperature, topP, topK, seed, reasoningEffort } = parameters
  const options = {
    ...(requestedWindow !== null && { num_ctx: requestedWindow }),
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
