import type { Refusal } from '../state/refusal.ts'

/** Effects of edges and nodes move graphs, which enters further nodes. */
export interface Nesting {
  readonly depth: number
  /** The lists of effects that a call or trigger may still perform; shared by all of them. */
  readonly budget: { left: number }
}

export function startNesting(): Nesting {
  return { depth: 0, budget: { left: MAX_NESTED_LISTS } }
}

/** One level deeper; null beyond the limits, as in a ring of nodes that lead to each other. */
export function nestDeeper({ depth, budget }: Nesting): Nesting | null {
  if (depth === MAX_DEPTH || budget.left === 0) return null
  budget.left -= 1
  return { depth: depth + 1, budget }
}

const MAX_DEPTH = 8
/** Two moves in each list would make 256 lists in eight levels. */
const MAX_NESTED_LISTS = 64

export const TOO_MANY_EFFECTS: Refusal = {
  code: 'too-many-effects',
  reason: 'A rule in this gamebook leads in circles, so nothing happens.',
}
