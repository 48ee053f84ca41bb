import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import type { Condition, Value } from './expression.ts'

/** The context of an evaluation: a gamebook and the functions that read its fields. A `World` is a scope. */
export interface Scope {
  readonly gamebook: Gamebook
  readonly reading: Reading<this>
  /** The names that only some expressions can read; absent for all others. */
  readonly locals?: Locals
  /** Receives every evaluated condition with its result. */
  readonly observe?: (condition: Condition, holds: boolean) => void
  /** Answers some comparisons without reading whole values; only in the checker. */
  readonly shortcuts?: Shortcuts<this>
}

/** Values by the head of the path (`param` or `roll`) and by name. */
export type Locals = ReadonlyMap<string, ReadonlyMap<string, Value>>

/** Part of the scope, so expressions don't depend on the state, and the state doesn't depend on the traits. */
export interface Reading<Self> {
  /** Undefined for an unknown field and for a value that no expression can have. Throws errors of nested expressions. */
  findField(scope: Self, entity: Entity, field: string): Value | undefined
  /** Whether a node is or was the current node of a graph. */
  isVisited(scope: Self, graph: Entity, nodeId: string): boolean
  /** How often a node was entered. The start counts as entered once; the graph must be one that the gamebook counts. */
  countVisits(scope: Self, graph: Entity, nodeId: string): number
  /** Whether the player has asked a speaker about a topic. */
  isDiscussed(scope: Self, speaker: Entity, topicId: string): boolean
}

/** Answers are undefined if the values have to be read. */
export interface Shortcuts<Self> {
  /** Receives what a parameter is compared with. */
  compareParameter(parameter: string, value: Value): void
  /** Whether a field has this value. */
  equals(scope: Self, entity: Entity, field: string, value: Constant): boolean | undefined
  /** Whether the items of a container include a value. */
  includesItem(scope: Self, container: Entity, value: Value): boolean | undefined
  /** The number of its items. */
  countItems(scope: Self, container: Entity): number | undefined
}

export type Constant = null | boolean | number | string
