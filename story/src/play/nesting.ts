import type { Refusal } from '../state/refusal.ts'

/** How many effects may still be performed within effects of actions; shared by all of a call, or of a run of triggers. */
export interface EffectBudget {
  left: number
}

/** Effects of edges and nodes move graphs, which enters further nodes. */
export interface Nesting {
  readonly depth: number
  /** The lists of effects that a call or trigger may still perform; shared by all of them. */
  readonly lists: { left: number }
  readonly effects: EffectBudget
}

export function startBudget(): EffectBudget {
  return { left: MAX_NESTED_EFFECTS }
}

export function startNesting(effects = startBudget()): Nesting {
  return { depth: 0, lists: { left: MAX_NESTED_LISTS }, effects }
}

/** One level deeper; null beyond the limits, as in a ring of nodes that lead to each other. */
export function nestDeeper({ depth, lists, effects }: Nesting): Nesting | null {
  if (depth === MAX_DEPTH || lists.left === 0) return null
  lists.left -= 1
  return { depth: depth + 1, lists, effects }
}

/** Whether one more effect may be performed. The lists of functions and triggers themselves are as long as the file. */
export function countEffect({ depth, effects }: Nesting): boolean {
  if (depth === 0) return true
  effects.left -= 1
  return effects.left >= 0
}

const MAX_DEPTH = 8
/** Two moves in each list would make 256 lists in eight levels. */
const MAX_NESTED_LISTS = 64
/** A list can be as long as the file, and triggers can enter its node again and again. */
const MAX_NESTED_EFFECTS = 2000

export const TOO_MANY_EFFECTS: Refusal = {
  code: 'too-many-effects',
  reason: 'A rule in this gamebook leads in circles, so nothing happens.',
}
