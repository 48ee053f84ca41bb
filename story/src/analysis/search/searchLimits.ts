import type { Reason } from '../verdict/reason.ts'

/** When a search gives up. */
export interface SearchLimits {
  readonly maxStates: number
  /** The size of the memory for states and the steps between them. */
  readonly maxBytes: number
  readonly maxMilliseconds: number
  /** The milliseconds since the search began. */
  readonly elapsed: () => number
  /** Called from time to time with the number of states found. The search ends if it returns false. */
  readonly onProgress?: (states: number) => boolean
}

/** Why a search has to end after so many states; null if it may go on. */
export function limitReached(limits: SearchLimits, states: number, bytes: number): Reason | null {
  if (states > limits.maxStates || bytes > limits.maxBytes) return statesReached(states)
  const elapsed = limits.elapsed()
  if (elapsed >= limits.maxMilliseconds || limits.onProgress?.(states) === false)
    return { kind: 'limit', of: 'time', value: Math.round(elapsed) }
  return null
}

/** No state more could be kept. */
export function statesReached(states: number): Reason {
  return { kind: 'limit', of: 'states', value: states }
}
