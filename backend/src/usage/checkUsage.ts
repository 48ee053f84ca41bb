import type { Usage } from '../messages/modelSnapshot.ts'

/** More than any request has. */
const MOST_TOKENS = 100_000_000
/** On average, no tokenizer puts more of a text into a token. */
const MOST_BYTES_PER_TOKEN = 10

export interface CheckedUsage {
  readonly usage: Usage | null
  /** What was wrong with what the provider reported; null if nothing was. */
  readonly notice: string | null
}

/**
 * The usage of a request, without counts that can't be right: a provider's mistake must not become a cost.
 * @param writtenBytes the length of the visible text of the answer
 */
export function checkUsage(reported: Usage | null, writtenBytes: number): CheckedUsage {
  if (reported === null) return { usage: null, notice: null }
  const known = Object.values(reported).filter((count) => count != null)
  if (known.length === 0) return { usage: null, notice: null }
  if (!known.every((count) => Number.isInteger(count) && count >= 0 && count <= MOST_TOKENS)) {
    return { usage: null, notice: IMPOSSIBLE }
  }
  const least = Math.ceil(writtenBytes / MOST_BYTES_PER_TOKEN)
  const { inputTokens, outputTokens } = reported
  const isTooFew = outputTokens !== null && outputTokens < least
  const output = isTooFew ? least : outputTokens
  const usage = {
    inputTokens,
    outputTokens: output,
    reasoningTokens: atMost(reported.reasoningTokens, output),
    cachedInputTokens: atMost(reported.cachedInputTokens, inputTokens),
    cacheWriteTokens: atMost(reported.cacheWriteTokens, inputTokens),
  }
  return { usage, notice: isTooFew ? TOO_FEW : null }
}

/** A part is at most the whole. */
const atMost = (part: number | null | undefined, whole: number | null): number | null =>
  part == null || whole === null ? (part ?? null) : Math.min(part, whole)

const IMPOSSIBLE = 'The provider reported an impossible number of tokens, so the cost of this answer is unknown.'
const TOO_FEW = 'The provider reported fewer tokens than the text of this answer has.'
