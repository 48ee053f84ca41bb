import type { Json } from '../json.ts'
import type { EndingKind } from '../gamebook/gamebook.ts'
import type { UnknownPart } from './unknownPart.ts'

/** Everything that has changed in play. Plain JSON, stored with every answer. `createState` keeps its version. */
export interface StoryState {
  /** The lowest version that can read the state: 2 as soon as it has `visits`, `discussed`, `expecting` or `nudged`. */
  readonly version: 1 | typeof STATE_VERSION
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
  /**
   * How often a node was entered, by graph id and node id, in graphs whose visits an expression counts. Only nodes that
   * were entered again are listed: every other visited node counts once.
   */
  readonly visits?: { readonly [graphId: string]: { readonly [nodeId: string]: number } }
  /** The topics that were asked, by the id of their speaker, in the order of their first time. */
  readonly discussed?: { readonly [speakerId: string]: readonly string[] }
  /** The open question; absent if there is none. */
  readonly expecting?: OpenQuestion
  /** Whether the one nudge of this turn was used. */
  readonly nudged?: true
  /** Absent in every state of play: never stored. */
  readonly unknown?: UnknownPart
}

/** The topic that words go to which name nothing else. */
export interface OpenQuestion {
  readonly entity: string
  readonly topic: string
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

/** The highest version that this app reads and writes. */
export const STATE_VERSION = 2

export function startState(seed: number): StoryState {
  return { version: 1, entities: {}, visited: {}, triggers: {}, rng: { seed: seed >>> 0, counter: 0 } }
}
