import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import type { Condition, Value } from './expression.ts'

/** What an expression is evaluated in: a gamebook, and how its fields are read. A `World` is one. */
export interface Scope {
  readonly gamebook: Gamebook
  readonly reading: Reading<this>
  /** The names that only some expressions of a function can read; absent in all others. */
  readonly locals?: Locals
  /** Told of every condition that was asked, and whether it holds. */
  readonly observe?: (condition: Condition, holds: boolean) => void
}

/** By the head of a path, `param` or `roll`: its values by name. */
export type Locals = ReadonlyMap<string, ReadonlyMap<string, Value>>

/** Handed in with the scope, so that expressions need not know the state, nor the state the traits. */
export interface Reading<Self> {
  /** Undefined where the entity has no such field, or one that no expression can hold. Throws what goes wrong inside. */
  findField(scope: Self, entity: Entity, field: string): Value | undefined
  /** Whether a node was ever current in a graph, the start included. */
  isVisited(scope: Self, graph: Entity, nodeId: string): boolean
}
