import type { Kinds } from './kinds.ts'

/**
 * What is known before play of the names that only some expressions of a function can read:
 * by the head of a path, `param` or `roll`, and by name.
 */
export type LocalKinds = ReadonlyMap<string, ReadonlyMap<string, LocalKind>>

export interface LocalKind {
  readonly kinds: Kinds
  /** The types whose entities it may be; null: any. */
  readonly of: readonly string[] | null
}

export const NO_LOCALS: LocalKinds = new Map()

/** What a roll of dice gives to what follows from it. */
export const rollKinds: ReadonlyMap<string, LocalKind> = new Map([
  ['total', { kinds: ['number'], of: null }],
  ['success', { kinds: ['boolean'], of: null }],
])
