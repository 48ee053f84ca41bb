import type { ParameterName } from '../parameters/modelParameters.ts'

/** How providers call what a config calls otherwise. `tools` is no parameter, yet refused like one. */
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

/** What was refused, by its name in an error or else in its words. */
export function findParameter(named: string | null, words: string | null): ParameterName | 'tools' | null {
  const found = named === null ? undefined : names.find(([, pattern]) => pattern.test(named))
  return (found ?? names.find(([, pattern]) => pattern.test(words ?? '')))?.[0] ?? null
}
