import type { Kinds } from './kinds.ts'

/**
 * The kinds of the names that only some expressions can read, by the head of the path (`param` or `roll`) and by name.
 */
export type LocalKinds = ReadonlyMap<string, ReadonlyMap<string, LocalKind>>

export interface LocalKind {
  readonly kinds: Kinds
  /** The allowed entity types; null for any. */
  readonly of: readonly string[] | null
}

export const NO_LOCALS: LocalKinds = new Map()

/** The names that the effects of a roll can read. */
export const rollKinds: ReadonlyMap<string, LocalKind> = new Map([
  ['total', { kinds: ['number'], of: null }],
  ['success', { kinds: ['boolean'], of: null }],
])
