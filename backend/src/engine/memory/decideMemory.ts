import type { PathMessage } from '../../messages/pathMessage.ts'
import type { Memory } from '../../sessions/memory.ts'
import type { SessionSettings } from '../../sessions/sessionSettings.ts'
import type { Summary } from '../../sessions/summary.ts'
import { blockBytesOf } from './budget.ts'
import { chooseCut, type TurnSize } from './chooseCut.ts'
import { countLeftOut } from './findMemory.ts'
import { findSummary } from './findSummary.ts'

export interface DecisionInput {
  /** The messages before the player's message of this turn. */
  readonly history: readonly PathMessage[]
  /** The player's message of this turn, which may be the last of the path. */
  readonly message: { readonly id: string; readonly isNew: boolean }
  /** What the message inherits, or has. */
  readonly inherited: Memory | null
  readonly mode: SessionSettings['memory']
  readonly summaries: readonly Summary[]
  /** The prompt budget, in tokens. */
  readonly budget: number
  /** Tokens for each byte. */
  readonly factor: number
  /** The bytes of a request that no cut can leave out. */
  readonly fixed: number
  /** The bytes that the further steps of the turn may need. */
  readonly reserve: number
  readonly sizesFrom: (leftOut: number) => readonly TurnSize[]
  readonly headBytes: (leftOut: number, memory: Memory) => number
}

/**
 * What this turn remembers; the inherited memory itself if nothing changes. It depends only on what is stored on the
 * path, the settings, and the summaries that are finished when the player's message is stored.
 */
export function decideMemory(input: DecisionInput): Memory | null {
  const chosen = input.message.isNew ? followSettings(input) : input.inherited
  return input.mode === 'off' ? chosen : cutIfNeeded(input, chosen)
}

/** A change of the settings, and a summary that the player has edited, count from the next message. */
function followSettings({ history, inherited, mode, summaries }: DecisionInput): Memory | null {
  if (inherited === null || inherited.keepFrom === null) return inherited
  if (mode === 'off') return { ...inherited, keepFrom: null, summaryId: null, blockBytes: 0 }
  if (mode === 'journal') return inherited.summaryId === null ? inherited : { ...inherited, summaryId: null }
  const later = summaries.slice(summaries.findIndex(({ id }) => id === inherited.summaryId) + 1)
  const edited = later.filter(({ source }) => source === 'player')
  const newest = findSummary(edited, history, 0)
  return newest === null ? inherited : { ...inherited, summaryId: newest.id }
}

function cutIfNeeded(input: DecisionInput, memory: Memory | null): Memory | null {
  const { history, message, mode, summaries, factor, fixed, reserve, sizesFrom, headBytes } = input
  const budget = input.budget / factor
  const before = countLeftOut(history, memory, message.id)
  const turns = sizesFrom(before)
  const current = memory ?? { keepFrom: null, summaryId: null, factor, blockBytes: 0 }
  const total = fixed + headBytes(before, current) + turns.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total + reserve <= budget || turns.length === 0) return memory
  const blockBytes = blockBytesOf(budget)
  const starts = turns.map(({ id }) => history.findIndex((candidate) => candidate.id === id))
  const leftOutAt = (cut: number): number => starts[cut] ?? history.length
  const cutAt = (cut: number): Memory => {
    const summary = mode === 'full' ? findSummary(summaries, history, leftOutAt(cut)) : null
    return { keepFrom: turns[cut]?.id ?? message.id, summaryId: summary?.id ?? null, factor, blockBytes }
  }
  const cut = chooseCut({ turns, fixed, budget, reserve, headBytes: (at) => headBytes(leftOutAt(at), cutAt(at)) })
  return cutAt(cut)
}
