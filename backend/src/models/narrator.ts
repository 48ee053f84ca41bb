import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ModelSnapshot } from '../messages/modelSnapshot.ts'
import type { ContextWindow } from './contextWindow/contextWindow.ts'
import type { SentPrompt } from './contextWindow/cutPrompt.ts'
import type { ConfiguredCallOptions } from './parameters/callOptions.ts'
import type { ParameterName } from './parameters/modelParameters.ts'
import type { KnownPrices } from './prices/prices.ts'
import type { PromptRules } from './promptRules.ts'
import type { ToolStyle } from './toolStyle.ts'

/** A model that writes answers, with what the engine needs to call it and stores with each answer. */
export interface Narrator {
  readonly model: LanguageModelV4
  readonly modelConfigId: string
  readonly snapshot: Omit<ModelSnapshot, 'answeringModel'>
  readonly prompt: PromptRules
  /** How the model gets its functions. */
  readonly toolStyle: ToolStyle
  readonly contextWindow: ContextWindow
  /** The tokens of the window that are kept free for an answer. */
  readonly maxOutputTokens: number
  /**
   * What its config adds to each request, without the parameters that it is known to reject.
   * @param isLimited whether an answer gets a maximum length although the config sets none
   */
  readonly callOptions: (refused: readonly ParameterName[], isLimited?: boolean) => ConfiguredCallOptions
  /** Removes the API key and other secrets from a provider's text. */
  readonly redact: (text: string) => string
  /** Secrets that are hidden as a whole in what the model writes, in lower case. */
  readonly secretForms: readonly string[]
  /** The most similar names of its provider's model list, as far as that is known without a request. */
  readonly nearestModels: () => readonly string[]
  /** The notice about a prompt whose beginning the server has dropped; null if it read all. */
  readonly findCutPrompt?: (request: SentPrompt['request'], inputTokens: number | null) => Promise<string | null>
  /** What it costs, as far as that is known without a request. */
  readonly findPrices?: () => KnownPrices | null
  readonly onRefused: (parameter: ParameterName, reason: string) => void
}
