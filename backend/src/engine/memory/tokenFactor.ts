/** Tokens for each byte of a request. */

/** More than most languages and tokenizers need, so the first turns of a story are safe. */
export const DEFAULT_FACTOR = 0.3

/** Common tokenizers put at most seven bytes of a language into a token. */
const LEAST = 0.14
/** A token has at least one byte; the form of the request adds few more. */
const MOST = 1.1
/** A smaller count may leave out what a server had cached, so the factor follows it slowly; a larger one counts at once. */
const SHARE_OF_SMALLER = 0.125

/** What a provider counted for a request. */
export interface MeasuredRequest {
  readonly bytes: number
  /** Null if the provider says nothing. */
  readonly inputTokens: number | null
}

/** The factor after one more request. Counts that no tokenizer can have are ignored. */
export function adjustFactor(before: number, { bytes, inputTokens }: MeasuredRequest): number {
  if (inputTokens === null || bytes === 0) return before
  const measured = inputTokens / bytes
  if (!(measured >= LEAST && measured <= MOST)) return before
  const next = measured >= before ? measured : before + (measured - before) * SHARE_OF_SMALLER
  return Math.round(next * PRECISION) / PRECISION
}

/** Keeps what is stored short. */
const PRECISION = 10_000
