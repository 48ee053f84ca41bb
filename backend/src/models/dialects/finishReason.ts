import type { LanguageModelV4FinishReason } from '@ai-sdk/provider'

import { ProviderStreamError } from '../transport/providerStreamError.ts'
import { textOf } from './values.ts'

export type Finish = Extract<
  LanguageModelV4FinishReason['unified'],
  'stop' | 'length' | 'tool-calls' | 'content-filter'
>

/** Of any spelling. A word that is in none of these lists is an end like `stop`. */
const LENGTH =
  /^(length|max_?(output_?|new_?|completion_?)?(tokens?|length)(_exceeded|_reached)?|model_length|token_?limit|(output_)?limit|model_context_window_exceeded|context_length(_exceeded)?|incomplete|continuation|error_limit|truncated)$/
const CALLS = /^(tool|function)_?(calls?|use)$/
const FILTER =
  /filter|safety|moderation|sensitive|recitation|refusal|refuse|blocklist|blocked|prohibited|guardrail|toxic|^(spii|language|image_recitation)$/
const BREAK =
  /^(error|network_error|abort(ed)?|cancell?ed|cancel|timeout|timed_out|interrupted|failed|failure|insufficient_system_resource|overloaded|unavailable)$/
/** Words that servers send while an answer goes on. */
const NONE: ReadonlySet<string> = new Set(['', 'null', 'none', 'undefined', 'in_progress', 'finish_reason_unspecified'])

/**
 * The end that a word of a provider says; undefined if the answer goes on. Throws the error that the word names: the
 * answer was broken off.
 */
export function readFinish(value: unknown): Finish | undefined {
  const word = textOf(value).trim()
  const plain = word
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(/[^a-zA-Z]+/g, '_')
    .toLowerCase()
  if (NONE.has(plain)) return undefined
  if (BREAK.test(plain)) throw new ProviderStreamError(200, JSON.stringify({ error: { message: word, code: plain } }))
  if (CALLS.test(plain)) return 'tool-calls'
  if (LENGTH.test(plain)) return 'length'
  return FILTER.test(plain) ? 'content-filter' : 'stop'
}
