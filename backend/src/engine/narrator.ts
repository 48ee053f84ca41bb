import type { LanguageModelV4 } from '@ai-sdk/provider'

import type { ModelSnapshot } from '../messages/modelSnapshot.ts'
import type { ParameterName } from '../models/parameters/modelParameters.ts'
import type { ConfiguredCallOptions } from '../models/parameters/toCallOptions.ts'

/** A model that can tell the story, and what is remembered of it with each answer. */
export interface Narrator {
  readonly model: LanguageModelV4
  readonly modelConfigId: string
  readonly snapshot: Omit<ModelSnapshot, 'answeringModel'>
  /** What its config adds to each request, without the parameters that it was found to refuse. */
  readonly callOptions: (refused: readonly ParameterName[]) => ConfiguredCallOptions
  /** Takes its key, and what else is secret, out of words of the provider. */
  readonly hideSecrets: (words: string) => string
  /** The names that its provider has and that are nearest to its model's, as far as they are known without asking. */
  readonly nearestModels: () => readonly string[]
  /** Told of a parameter that the model did not take. */
  readonly onRefused: (parameter: ParameterName, reason: string) => void
}
