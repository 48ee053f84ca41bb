import type { Json } from '../json.ts'
import type { EndingKind } from '../gamebook/gamebook.ts'

/**
 * What has changed in play. Plain JSON, stored with every answer.
 * `version` is raised when an older reader would misunderstand it.
 */
export interface StoryState {
  readonly version: 1
  /** Only what was written in play, by entity id and field. */
  readonly entities: { readonly [entityId: string]: { readonly [field: string]: Json } }
  /** Nodes by first entry, by graph id; the start needs no entry. */
  readonly visited: { readonly [graphId: string]: readonly string[] }
  /** Triggers that ever held or failed, by identity (`Ledger#2`). */
  readonly triggers: { readonly [trigger: string]: TriggerState }
  /** Dice: the seed (unsigned 32 bit) and how many numbers were drawn. */
  readonly rng: { readonly seed: number; readonly counter: number }
  /** Absent while the story runs. */
  readonly ended?: Ended
}

export interface TriggerState {
  /** Whether its condition held when it was last asked. */
  readonly on: boolean
  /** How often it fired. */
  readonly fired: number
  /** Why its condition could not be evaluated; absent once it can be. */
  readonly error?: string
}

/** By which ending, or for what reason (`core/end-game`), the story is over. */
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
