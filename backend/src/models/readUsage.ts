import type { LanguageModelV4Usage } from '@ai-sdk/provider'

import type { Usage } from '../messages/modelSnapshot.ts'

/**
 * The tokens of one request, null where the provider says nothing. The providers' packages put 0 for a count that is
 * missing, so a 0 counts only if the provider itself sent it, and never for a prompt or for an answer with output.
 */
export function readUsage({ inputTokens, outputTokens, raw }: LanguageModelV4Usage, hasOutput: boolean): Usage {
  const names = listCounts(raw)
  const countOf = (count: number | undefined, name: RegExp): number | null =>
    count === undefined || Number.isNaN(count) || (count === 0 && !names.some((sent) => name.test(sent))) ? null : count
  const output = countOf(outputTokens.total, OUTPUT)
  return {
    inputTokens: countOf(inputTokens.total, NEVER),
    outputTokens: output === 0 && hasOutput ? null : output,
    reasoningTokens: countOf(outputTokens.reasoning, REASONING),
    cachedInputTokens: countOf(inputTokens.cacheRead, CACHED),
    cacheWriteTokens: countOf(inputTokens.cacheWrite, CACHE_WRITE),
  }
}

const NEVER = /^\b$/
const OUTPUT = /^(completion_tokens|output_tokens|candidatesTokenCount|eval_count)$/
const REASONING = /reasoning|thought|thinking/i
const CACHED = /cached|cache_(hit|read)/i
const CACHE_WRITE = /cache_(creation|write)/i

/** The names of all numbers in the provider's own form, which may be nested once. */
function listCounts(raw: unknown): readonly string[] {
  if (typeof raw !== 'object' || raw === null) return []
  return Object.entries(raw).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'number' ? [name] : listCounts(value),
  )
}

/** Adds the usage of one more request of a turn. What one of them did not report is unknown for the turn. */
export function addUsage(before: Usage | null, step: Usage): Usage {
  if (before === null) return step
  return {
    inputTokens: sumOfKnown(before.inputTokens, step.inputTokens),
    outputTokens: sumOfKnown(before.outputTokens, step.outputTokens),
    reasoningTokens: sumOfReported(before.reasoningTokens, step.reasoningTokens),
    cachedInputTokens: sumOfReported(before.cachedInputTokens, step.cachedInputTokens),
    cacheWriteTokens: sumOfReported(before.cacheWriteTokens, step.cacheWriteTokens),
  }
}

function sumOfKnown(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left + right
}

/** Providers leave out a detail of which there was nothing. */
function sumOfReported(left: number | null | undefined, right: number | null | undefined): number | null {
  return left == null ? (right ?? null) : left + (right ?? 0)
}
