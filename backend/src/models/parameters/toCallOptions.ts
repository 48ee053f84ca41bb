import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

import type { ModelProvider } from '../../providers.ts'
import type { ModelParameters } from './modelParameters.ts'

/** The part of a request that a model config decides. */
export type ConfiguredCallOptions = Pick<
  LanguageModelV4CallOptions,
  | 'maxOutputTokens'
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'seed'
  | 'reasoning'
  | 'providerOptions'
>

export interface ParameterUse {
  readonly provider: ModelProvider
  readonly parameters: ModelParameters
  /** As it is resolved: the end of Ollama's chooses its form. */
  readonly baseUrl: string
}

/** A parameter that is not set is no key of the request. */
export function toCallOptions({ provider, parameters, baseUrl }: ParameterUse): ConfiguredCallOptions {
  switch (provider) {
    case 'builtin':
      return {}
    case 'ollama':
      return baseUrl.endsWith('/v1') ? toCommonOptions(parameters) : toOllamaOptions(parameters)
    case 'openrouter':
      return toOpenRouterOptions(parameters)
    case 'openai':
    case 'xai':
      // What is kept at the account that made it, no other key or host could read.
      return { ...toCommonOptions(parameters), providerOptions: { [provider]: { store: false } } }
    case 'anthropic':
    case 'deepseek':
    case 'google':
    case 'mistral':
    case 'openai-compatible':
      return toCommonOptions(parameters)
  }
}

function toCommonOptions(parameters: ModelParameters): ConfiguredCallOptions {
  const { maxOutputTokens, temperature, topP, topK, presencePenalty, frequencyPenalty, seed, reasoningEffort } =
    parameters
  return {
    ...(maxOutputTokens !== null && { maxOutputTokens }),
    ...(temperature !== null && { temperature }),
    ...(topP !== null && { topP }),
    ...(topK !== null && { topK }),
    ...(presencePenalty !== null && { presencePenalty }),
    ...(frequencyPenalty !== null && { frequencyPenalty }),
    ...(seed !== null && { seed }),
    ...(reasoningEffort !== null && { reasoning: reasoningEffort }),
  }
}

/** Native Ollama reads sampling only from its own options. */
function toOllamaOptions(parameters: ModelParameters): ConfiguredCallOptions {
  const { contextWindow, maxOutputTokens, temperature, topP, topK, seed, reasoningEffort } = parameters
  const options = {
    ...(contextWindow !== null && { num_ctx: contextWindow }),
    ...(maxOutputTokens !== null && { num_predict: maxOutputTokens }),
    ...(temperature !== null && { temperature }),
    ...(topP !== null && { top_p: topP }),
    ...(topK !== null && { top_k: topK }),
    ...(seed !== null && { seed }),
  }
  const ollama = {
    ...(reasoningEffort !== null && { think: reasoningEffort !== 'none' }),
    ...(Object.keys(options).length > 0 && { options }),
  }
  return Object.keys(ollama).length === 0 ? {} : { providerOptions: { ollama } }
}

/** The common setting for reasoning has no effect there. */
function toOpenRouterOptions(parameters: ModelParameters): ConfiguredCallOptions {
  const { reasoningEffort } = parameters
  const options = toCommonOptions({ ...parameters, reasoningEffort: null })
  if (reasoningEffort === null) return options
  const effort = reasoningEffort === 'max' ? 'xhigh' : reasoningEffort
  return { ...options, providerOptions: { openrouter: { reasoning: { effort } } } }
}
