import type { Json } from '../json.ts'
import type { StoryState } from './storyState.ts'
import type { Sum } from './sum.ts'

/**
 * What a state leaves open. Only the states of the checker have it: they hold what a run of the engine has written, and
 * the reader is asked for everything else, so it knows what the run depends on.
 */
export interface UnknownPart {
  readonly reader: StateReader
  /** What was added to numbers that the state doesn't hold, by `entity.field`. */
  readonly sums: ReadonlyMap<string, Sum>
  /** How often nodes were entered whose count of visits the state doesn't hold, by `graph.node`. */
  readonly entries: ReadonlyMap<string, number>
}

/** Each question is as narrow as possible: a question about one node leaves all others open. */
export interface StateReader {
  /** A value that is only compared or shown, after an addition; undefined for a computed field. */
  readonly readField: (entityId: string, field: string, sum?: Sum) => Json | undefined
  /** A value that is calculated with or changed. */
  readonly readExactly: (entityId: string, field: string) => Json | undefined
  readonly hasValue: (entityId: string, field: string, value: Json) => boolean
  /** Whether every state has a number there. */
  readonly isNumber: (entityId: string, field: string) => boolean
  readonly wasEntered: (graphId: string, nodeId: string) => boolean
  /** `entries` are added to the count. */
  readonly countVisits: (graphId: string, nodeId: string, entries: number) => number
  readonly wasDiscussed: (speakerId: string, topicId: string) => boolean
  readonly countItems: (containerId: string) => number
  /** Called with the state before the story starts over, which leaves no trace of it. */
  readonly noteReset: (state: StoryState) => void
}

export function keyOf(id: string, member: string): string {
  return `${id}.${member}`
}
