import { PARAMETER_NAMES, type ModelParameters, type ParameterName } from './modelParameters.ts'

/** The names of each parameter in the requests and errors of all providers. */
export const fieldNames: Readonly<Record<ParameterName, readonly string[]>> = {
  maxOutputTokens: ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens', 'num_predict'],
  topP: ['top_p', 'topP'],
  topK: ['top_k', 'topK'],
  presencePenalty: ['presence_penalty', 'presencePenalty'],
  frequencyPenalty: ['frequency_penalty', 'frequencyPenalty'],
  temperature: ['temperature'],
  seed: ['seed', 'random_seed'],
  contextWindow: ['num_ctx'],
  reasoningEffort: ['reasoning_effort', 'thinkingConfig', 'reasoning', 'thinking', 'think', 'effort', 'output_config'],
}

/** The fields of a request that the user has set. */
export function listSetFields(parameters: ModelParameters): ReadonlySet<string> {
  return new Set(PARAMETER_NAMES.flatMap((name) => (parameters[name] === null ? [] : fieldNames[name])))
}
