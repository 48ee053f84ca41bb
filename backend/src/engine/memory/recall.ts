import { formatJournal, type Gamebook, listJournalEntries, worldOf } from '@llm-gamebook/story'

import type { PathMessage } from '../../messages/pathMessage.ts'
import type { Memory } from '../../sessions/memory.ts'
import type { Summary } from '../../sessions/summary.ts'
import { stateAt } from '../stateAt.ts'
import { countLeftOut } from './findMemory.ts'
import { fitSummary } from './fitSummary.ts'
import { formatHead, type Head } from './formatHead.ts'

/** What a request holds of the turns before. */
export interface Recalled {
  /** In place of the turns that were left out; null if none were. */
  readonly head: string | null
  /** The messages that are sent word for word. */
  readonly kept: readonly PathMessage[]
}

export interface RecallInput {
  readonly path: readonly PathMessage[]
  readonly gamebook: Gamebook
  readonly gamebookVersion: string
  readonly summaries: readonly Summary[]
}

/**
 * The head and the kept messages depend on what is stored alone, so they have the same bytes whenever they are built.
 * @param messageId the player's message of the turn, after the path
 */
export function recall(input: RecallInput, memory: Memory | null, messageId: string | undefined): Recalled {
  const leftOut = countLeftOut(input.path, memory, messageId)
  if (memory === null || leftOut === 0) return { head: null, kept: input.path }
  return { head: headAt(input, leftOut, memory), kept: input.path.slice(leftOut) }
}

type HeadLimits = Pick<Memory, 'summaryId' | 'blockBytes'>

/** The text in place of the first messages of a path. */
export function headAt(input: RecallInput, leftOut: number, { summaryId, blockBytes }: HeadLimits): string {
  const summary = input.summaries.find(({ id }) => id === summaryId)?.text ?? ''
  return remember(input, leftOut, { summary, blockBytes })
}

interface KnownHead extends Pick<Head, 'summary'> {
  readonly gamebook: Gamebook
  readonly blockBytes: number
  readonly head: string
}

/** By the last message that was left out: every step of every turn until the next cut has the same head. */
const heads = new WeakMap<PathMessage, KnownHead>()

function remember(
  input: RecallInput,
  leftOut: number,
  { summary, blockBytes }: Pick<KnownHead, 'summary' | 'blockBytes'>,
): string {
  const { path, gamebook } = input
  const last = path[leftOut - 1]
  if (last === undefined) return ''
  const known = heads.get(last)
  if (known?.gamebook === gamebook && known.summary === summary && known.blockBytes === blockBytes) return known.head
  const journal = formatJournal(listJournal(input, leftOut), blockBytes).lines
  const head = formatHead({ journal, summary: fitSummary(summary, blockBytes) })
  heads.set(last, { gamebook, summary, blockBytes, head })
  return head
}

/** The facts of the first messages of a path, as they were known at its end. */
export function listJournal(
  { path, gamebook, gamebookVersion: version }: RecallInput,
  leftOut: number,
): ReturnType<typeof listJournalEntries> {
  const last = path[leftOut - 1]
  if (last === undefined) return []
  const { state } = stateAt({ gamebook, version }, last)
  const receipts = path
    .slice(0, leftOut)
    .map(({ id, receipts: entries }) => ({ messageId: id, receipts: entries.map(({ receipt }) => receipt) }))
  return listJournalEntries(worldOf(gamebook, state), receipts)
}
