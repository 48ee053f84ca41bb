import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

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
  readonly parameters: ModelParameters
  /** The context window to request, in tokens; null to leave it to the server. */
  readonly requestedWindow: number | null
  /** As it was resolved; its end may choose a provider's API. */
  readonly baseUrl: string
}

/** The parameters under the names of the AI SDK. A parameter without a value is left out. */
export function toCommonOptions(parameters: ModelParameters): ConfiguredCallOptions {
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
