import type { ParameterName } from '../parameters/modelParameters.ts'

/** The names that providers use for each parameter. `tools` is not a parameter, but is rejected like one. */
const names: readonly (readonly [ParameterName | 'tools', RegExp])[] = [
  ['maxOutputTokens', /\b(max_tokens|max_completion_tokens|max_output_tokens|maxOutputTokens|num_predict)\b/],
  ['topP', /\b(top_p|topP|top-p)\b/],
  ['topK', /\b(top_k|topK|top-k)\b/],
  ['presencePenalty', /\b(presence_penalty|presencePenalty)\b/],
  ['frequencyPenalty', /\b(frequency_penalty|frequencyPenalty)\b/],
  ['temperature', /\btemperature\b/i],
  ['seed', /\b(random_)?seed\b/],
  ['contextWindow', /\bnum_ctx\b/],
  [
    'tools',
    /^(tools?|tool_choice)$|\bsupport\w*\b.{0,30}\b(tools?|function calling)\b|\b(tools?|function calling)\b.{0,30}\bsupport/i,
  ],
  ['reasoningEffort', /\b(reasoning_effort|reasoning\.effort|reasoning|thinking|thinkingConfig|think|effort)\b/i],
]

/** The rejected parameter, by the field of an error that names it, or else by its message. */
export function findParameter(named: string | null, message: string | null): ParameterName | 'tools' | null {
  const found = named === null ? undefined : names.find(([, pattern]) => pattern.test(named))
  return (found ?? names.find(([, pattern]) => pattern.test(message ?? '')))?.[0] ?? null
}
