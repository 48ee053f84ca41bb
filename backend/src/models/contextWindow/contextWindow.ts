/** How much a model reads and writes in one request. */
export interface ContextWindow {
  readonly tokens: number
  /** Who says so: the model config, the provider, the table of this version; else it is assumed. */
  readonly source: 'config' | 'provider' | 'table' | 'default'
}

/** Local servers start with little, and drop what is too much without an error. */
const LOCAL_DEFAULT = 8192
const HOSTED_DEFAULT = 32_768

export const defaultWindow = (isLocal: boolean): ContextWindow => ({
  tokens: isLocal ? LOCAL_DEFAULT : HOSTED_DEFAULT,
  source: 'default',
})

/** Of a narrator that reads no prompt. */
export const UNLIMITED: ContextWindow = { tokens: Number.MAX_SAFE_INTEGER, source: 'default' }

/** Enough for a long answer and some thinking. */
const LONGEST_ANSWER = 4096
const SHARE_FOR_ANSWER = 1 / 8
const MOST_FOR_ANSWER = 1 / 2

/**
 * The tokens of a window that are kept free for the answer.
 * @param configured the longest answer that the model config allows; null if it sets none, and none is sent
 */
export function reserveOutput({ tokens }: ContextWindow, configured: number | null): number {
  const wanted = configured ?? Math.min(LONGEST_ANSWER, tokens * SHARE_FOR_ANSWER)
  return Math.floor(Math.min(wanted, tokens * MOST_FOR_ANSWER))
}
