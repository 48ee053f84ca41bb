import type { PathMessage } from '../../../messages/pathMessage.ts'
import { EMPTY_CONTEXT } from '../../../sessions/sessionContext.ts'
import type { Summary } from '../../../sessions/summary.ts'
import { readerOf } from '../../request/buildRequest.ts'
import type { TurnRequest } from '../../turn.ts'
import { USED_BEFORE_SUMMARY } from '../budget.ts'
import { targetOf, type TurnSize } from '../chooseCut.ts'
import { findSummary } from '../findSummary.ts'
import type { MemoryPlan } from '../planMemory.ts'
import { listTurnSizes, reserveSteps } from '../turnSizes.ts'

/** A summary that should be written. */
export interface SummaryTask {
  /** What it goes on from; null for the first one. */
  readonly base: Summary | null
  /** What it adds, oldest first; never empty. */
  readonly messages: readonly PathMessage[]
}

/** A part of the turns that leave may stay without a summary until the next one. */
const SHARE_TO_WRITE = 0.5

/**
 * What to summarize before the next cut: the turns that it will leave out. Null while there is room, and when a summary
 * covers most of them.
 * @param turn the next turn, with the path up to the last answer
 */
export function planSummary(turn: TurnRequest, { recalled, size }: MemoryPlan): SummaryTask | null {
  const { path, context = EMPTY_CONTEXT } = turn
  const { settings, summaries } = context
  if (settings.memory !== 'full' || turn.narrator.prompt.readsStoryView) return null
  const budget = size.budget / size.factor
  if (size.fixed + size.head + size.kept < budget * USED_BEFORE_SUMMARY) return null
  const reader = readerOf(turn)
  const turns = listTurnSizes(recalled.kept, reader)
  const reserve = reserveSteps(recalled.kept, reader, budget)
  const leaving = takeLeaving(turns, budget - reserve - targetOf({ fixed: size.fixed, budget, reserve }))
  const next = turns[leaving.length]
  if (next === undefined) return null
  const end = path.findIndex(({ id }) => id === next.id)
  const base = findSummary(summaries, path, end)
  const start = base === null ? 0 : path.findIndex(({ id }) => id === base.coversTo) + 1
  if (start >= end) return null
  const messages = path.slice(start, end)
  const uncovered = sumBytes(listTurnSizes(messages, reader))
  return uncovered < sumBytes(leaving) * SHARE_TO_WRITE ? null : { base, messages }
}

/** The oldest turns that any cut leaves out which frees this many bytes, at least one. */
function takeLeaving(turns: readonly TurnSize[], bytes: number): readonly TurnSize[] {
  let sum = 0
  const stays = turns.findIndex((turn) => {
    sum += turn.bytes
    return sum > bytes
  })
  return turns.slice(0, Math.max(1, stays))
}

const sumBytes = (turns: readonly TurnSize[]): number => turns.reduce((sum, { bytes }) => sum + bytes, 0)
