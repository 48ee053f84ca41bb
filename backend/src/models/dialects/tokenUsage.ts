import type { LanguageModelV4Usage } from '@ai-sdk/provider'

import { countOf, fieldsOf } from './values.ts'

/** The counts of one answer; undefined where its provider says nothing. */
export interface TokenCounts {
  /** With the cached ones. */
  readonly input?: number | undefined
  readonly cacheRead?: number | undefined
  readonly cacheWrite?: number | undefined
  /** With the reasoning. */
  readonly output?: number | undefined
  readonly reasoning?: number | undefined
}

/** Adds later counts: they replace earlier ones, unless they say nothing. Some servers send zeros before or after. */
export function mergeCounts(before: TokenCounts, after: TokenCounts): TokenCounts {
  const pick = (name: keyof TokenCounts): number | undefined =>
    after[name] === 0 || after[name] === undefined ? (before[name] ?? after[name]) : after[name]
  return {
    input: pick('input'),
    cacheRead: pick('cacheRead'),
    cacheWrite: pick('cacheWrite'),
    output: pick('output'),
    reasoning: pick('reasoning'),
  }
}

/** The usage as the SDK has it. A prompt always has tokens, so a 0 means that the server doesn't count. */
export function toUsage({ input, cacheRead, cacheWrite, output, reasoning }: TokenCounts): LanguageModelV4Usage {
  const isCounted = (input ?? 0) > 0
  const rest = input === undefined ? undefined : Math.max(0, input - (cacheRead ?? 0) - (cacheWrite ?? 0))
  const counts = {
    input_tokens: input,
    output_tokens: output,
    cache_read: cacheRead,
    cache_write: cacheWrite,
    reasoning,
  }
  const known = Object.entries(counts).flatMap(([name, count]) => (count === undefined ? [] : [[name, count] as const]))
  return {
    inputTokens: { total: isCounted ? input : undefined, noCache: isCounted ? rest : undefined, cacheRead, cacheWrite },
    outputTokens: {
      total: output === 0 && !isCounted ? undefined : output,
      text: output === undefined ? undefined : Math.max(0, output - (reasoning ?? 0)),
      reasoning,
    },
    raw: Object.fromEntries(known),
  }
}

/** Reads the usage of chat completions, with the fields that servers added to it. */
export function readChatUsage(value: unknown): TokenCounts {
  const usage = fieldsOf(value)
  const prompt = fieldsOf(usage['prompt_tokens_details'])
  const completion = fieldsOf(usage['completion_tokens_details'])
  return {
    input: first(usage['prompt_tokens'], usage['input_tokens']),
    output: first(usage['completion_tokens'], usage['output_tokens']),
    cacheRead: first(
      prompt['cached_tokens'],
      usage['prompt_cache_hit_tokens'],
      usage['cached_tokens'],
      usage['cache_read_input_tokens'],
    ),
    cacheWrite: first(
      prompt['cache_write_tokens'],
      prompt['cache_creation_tokens'],
      usage['cache_creation_input_tokens'],
    ),
    reasoning: first(completion['reasoning_tokens'], usage['reasoning_tokens']),
  }
}

/** Reads the usage of OpenAI's responses. xAI may count the cached tokens apart. */
export function readResponsesUsage(value: unknown): TokenCounts {
  const usage = fieldsOf(value)
  const cacheRead = countOf(fieldsOf(usage['input_tokens_details'])['cached_tokens'])
  const input = first(usage['input_tokens'], usage['prompt_tokens'])
  const isApart = input !== undefined && cacheRead !== undefined && cacheRead > input
  return {
    input: isApart ? input + cacheRead : input,
    output: first(usage['output_tokens'], usage['completion_tokens']),
    cacheRead,
    reasoning: countOf(fieldsOf(usage['output_tokens_details'])['reasoning_tokens']),
  }
}

export const first = (...values: readonly unknown[]): number | undefined =>
  values.map(countOf).find((count) => count !== undefined)
