import { ROOM_AFTER_CUT, USED_AFTER_CUT } from './budget.ts'

/** A turn of the history, oldest first. */
export interface TurnSize {
  /** The message that it starts with. */
  readonly id: string
  readonly bytes: number
}

export interface CutInput {
  /** The turns that are sent word for word. */
  readonly turns: readonly TurnSize[]
  /** What no cut can leave out: tools, system text, and the last message. */
  readonly fixed: number
  /** The journal and the summary, for a cut before the turn with this index; `turns.length` is after the last turn. */
  readonly headBytes: (cut: number) => number
  /** In bytes. */
  readonly budget: number
  /** The part of the budget that the further steps of the turn may need. */
  readonly reserve: number
}

/** What a request may take after a cut, in bytes. */
export function targetOf({ fixed, budget, reserve }: Pick<CutInput, 'fixed' | 'budget' | 'reserve'>): number {
  return Math.min(budget - reserve, Math.max(budget * USED_AFTER_CUT, fixed + (budget - fixed) * ROOM_AFTER_CUT))
}

/**
 * How many of the oldest turns leave. At least one leaves; the last turn leaves only if the budget can't hold it. What
 * stays needs no other cut.
 */
export function chooseCut({ turns, fixed, headBytes, budget, reserve }: CutInput): number {
  const { length } = turns
  const kept = keptBytes(turns)
  const fits = (cut: number, limit: number): boolean => fixed + headBytes(cut) + (kept[cut] ?? 0) <= limit
  const target = targetOf({ fixed, budget, reserve })
  let cut = turns.findIndex((_, index) => index > 0 && fixed + (kept[index] ?? 0) <= target)
  // The head grows by little from one cut to the next, so few are tried.
  while (cut !== -1 && cut < length && !fits(cut, target)) cut += 1
  if (cut !== -1 && cut < length) return cut
  const last = length - 1
  return last > 0 && fits(last, budget - reserve) ? last : length
}

/** The bytes of the turns from each index on. */
export function keptBytes(turns: readonly TurnSize[]): readonly number[] {
  const sums = [0]
  for (const { bytes } of turns.toReversed()) sums.push((sums.at(-1) ?? 0) + bytes)
  return sums.reverse()
}
