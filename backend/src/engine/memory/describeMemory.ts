import {
  buildRemember,
  buildSystemText,
  buildTurnText,
  type JournalEntry,
  type StoryState,
  worldOf,
  TURN_HEADINGS,
} from '@llm-gamebook/story'

import type { PathMessage } from '../../messages/pathMessage.ts'
import type { Narrator } from '../../models/narrator.ts'
import { PIN_LIMITS } from '../../sessions/pin.ts'
import type { SessionContext } from '../../sessions/sessionContext.ts'
import type { Summary } from '../../sessions/summary.ts'
import type { HistoryReader } from '../request/partMessages.ts'
import { worldLimitOf } from './budget.ts'
import { countLeftOut } from './findMemory.ts'
import { findSummary } from './findSummary.ts'
import { fitSummary } from './fitSummary.ts'
import { planMemory } from './planMemory.ts'
import { headAt, listJournal, type RecallInput } from './recall.ts'
import { listTurnSizes } from './turnSizes.ts'

export interface MemoryQuestion extends RecallInput {
  /** After the last message of the path. */
  readonly state: StoryState
  readonly narrator: Narrator
  readonly context: SessionContext
}

/** What the next request holds, in estimated tokens. */
export interface RequestSizes {
  readonly rules: number
  readonly tools: number
  readonly facts: number
  readonly summary: number
  readonly turns: number
  readonly state: number
  readonly actions: number
  readonly notes: number
}

export interface MemoryDescription {
  /** The tokens that a request may have. */
  readonly budget: number
  readonly sizes: RequestSizes
  /** All turns of the story; the first of them has the opening. */
  readonly turns: number
  /** How many of the oldest turns are not sent word for word. */
  readonly turnsLeftOut: number
  readonly tokensLeftOut: number
  /** The facts in place of the turns that are left out, as many as are sent. */
  readonly facts: readonly JournalEntry[]
  readonly factsLeftOut: number
  /** The newest summary of the story; null if there is none. */
  readonly summary: { readonly row: Summary; readonly turns: number; readonly isSent: boolean } | null
}

/**
 * What would be sent with the next message, estimated from the same pieces as a request. A summary that is being written
 * and the tokens of the answer before may still change it.
 */
export function describeMemory(question: MemoryQuestion): MemoryDescription {
  const { path, context, narrator, state, gamebook } = question
  const reader: HistoryReader = { ...narrator.snapshot, rules: narrator.prompt }
  const world = worldOf(gamebook, state)
  const limit = worldLimitOf(narrator)
  const [stateText = '', actionText = ''] = buildTurnText(world, ignore, [], limit).split(ACTIONS)
  const turn = { ...question, sessionId: '', text: '' }
  const { memory, size } = planMemory({ turn, newMessageId: NEXT, state })
  const { factor, budget } = size
  const parts = {
    rules: bytesOf(buildSystemText(gamebook, context.settings, limit)),
    state: bytesOf(stateText),
    actions: bytesOf(actionText),
    notes: notesBytes(question),
  }
  const fixed = { ...parts, tools: Math.max(0, size.fixed - sumOf(Object.values(parts))) }
  const leftOut = countLeftOut(path, memory, NEXT)
  const blockBytes = memory?.blockBytes ?? 0
  const head = memory === null || leftOut === 0 ? '' : headAt(question, leftOut, memory)
  const summaryText = context.summaries.find(({ id }) => id === memory?.summaryId)?.text ?? ''
  const summaryBytes = head === '' ? 0 : bytesOf(fitSummary(summaryText, blockBytes))
  const tokens = (bytes: number): number => Math.ceil(bytes * factor)
  const sizes = {
    rules: tokens(fixed.rules),
    tools: tokens(fixed.tools),
    state: tokens(fixed.state),
    actions: tokens(fixed.actions),
    notes: tokens(fixed.notes),
    facts: tokens(bytesOf(head) - summaryBytes),
    summary: tokens(summaryBytes),
    turns: tokens(turnBytes(path.slice(leftOut), reader)),
  }
  const journal = leftOut === 0 ? [] : listJournal(question, leftOut).filter(({ isForNarrator }) => isForNarrator)
  const sent = journal.filter(({ text }) => head.includes(text))
  return {
    budget,
    sizes,
    turns: listTurnSizes(path, reader).length,
    turnsLeftOut: listTurnSizes(path.slice(0, leftOut), reader).length,
    tokensLeftOut: tokens(turnBytes(path.slice(0, leftOut), reader)),
    facts: sent,
    factsLeftOut: journal.length - sent.length,
    summary: describeSummary(question, reader, head === '' ? null : (memory?.summaryId ?? null)),
  }
}

/** The id of the message that is not written yet. */
const NEXT = 'next'
const ACTIONS = `\n\n# ${TURN_HEADINGS.actions}`

function describeSummary(
  { path, context }: MemoryQuestion,
  reader: HistoryReader,
  sentId: string | null,
): MemoryDescription['summary'] {
  const row = findSummary(context.summaries, path, path.length)
  if (row === null) return null
  const covered = path.slice(0, path.findIndex(({ id }) => id === row.coversTo) + 1)
  return { row, turns: listTurnSizes(covered, reader).length, isSent: row.id === sentId }
}

function notesBytes({ path, context: { pins, note } }: MemoryQuestion): number {
  const ids = new Set(path.map(({ id }) => id))
  const sent = pins.filter(({ messageId }) => ids.has(messageId)).slice(0, PIN_LIMITS.pins)
  return bytesOf(buildRemember({ pins: sent.map(({ text }) => text), note, lines: [] }) ?? '')
}

function turnBytes(path: readonly PathMessage[], reader: HistoryReader): number {
  return listTurnSizes(path, reader).reduce((sum, { bytes }) => sum + bytes, 0)
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

const bytesOf = (text: string): number => Buffer.byteLength(text)

function ignore(): void {}
