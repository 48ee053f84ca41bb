import type { Json } from '../json.ts'
import type { EndingKind } from '../gamebook/gamebook.ts'

/**
 * Everything that has changed in play. Plain JSON, stored with every answer.
 * `version` increases when an older app would misread the state.
 */
export interface StoryState {
  readonly version: 1
  /** Values written in play, by entity id and field. */
  readonly entities: { readonly [entityId: string]: { readonly [field: string]: Json } }
  /** Entered nodes by graph id, in the order of their first entry; the start node is not listed. */
  readonly visited: { readonly [graphId: string]: readonly string[] }
  /** Triggers whose condition was ever true or failed, by id (`Ledger#2`). */
  readonly triggers: { readonly [trigger: string]: TriggerState }
  /** The seed of the dice (unsigned 32 bit) and the count of drawn numbers. */
  readonly rng: { readonly seed: number; readonly counter: number }
  /** Absent while the story runs. */
  readonly ended?: Ended
}

export interface TriggerState {
  /** The last result of its condition. */
  readonly on: boolean
  /** The number of times it fired. */
  readonly fired: number
  /** The error code of its condition; absent while the condition can be evaluated. */
  readonly error?: string
}

/** The ending, or the reason given to `core/end-game`. */
export type Ended = EndedAtNode | { readonly reason: string | null }

export interface EndedAtNode {
  readonly graph: string
  readonly node: string
  readonly title: string
  readonly kind: EndingKind
}

export const STATE_VERSION = 1

export function startState(seed: number): StoryState {
  return { version: STATE_VERSION, entities: {}, visited: {}, triggers: {}, rng: { seed: seed >>> 0, counter: 0 } }
}
