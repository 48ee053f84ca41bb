import { z } from 'zod'

import type { AnswerInProgress, Message } from './message.ts'
import { StoredPart } from './part.ts'
import { StoredReceiptEntry } from './receipt.ts'
import { readSavedState } from './savedState.ts'

/** What was added to an answer in progress since its last piece. */
export const PieceContent = z.object({
  /** New and changed parts. Their text is only what was added to it. */
  parts: z.array(StoredPart),
  receipts: z.array(StoredReceiptEntry),
  /** The saved state; absent if it is the same. */
  state: z.unknown().optional(),
  firstTokenAt: z.string().nullable(),
})
export type PieceContent = z.infer<typeof PieceContent>

/** A piece of an answer. Storing one replaces any piece with the same number. */
export interface AnswerPiece {
  readonly messageId: string
  readonly number: number
  readonly content: PieceContent
}

/** Null if nothing was added. */
export function contentSince(before: AnswerInProgress, now: AnswerInProgress): PieceContent | null {
  const known = new Map(before.parts.map((part) => [part.id, part]))
  const parts = now.parts.flatMap((part) => addedTo(known.get(part.id), part) ?? [])
  const receipts = now.receipts.slice(before.receipts.length)
  const isSameState = now.stateAfter === before.stateAfter
  const isSame = isSameState && now.firstTokenAt === before.firstTokenAt
  if (parts.length === 0 && receipts.length === 0 && isSame) return null
  return { parts, receipts, ...(!isSameState && { state: now.stateAfter }), firstTokenAt: now.firstTokenAt }
}

/** The answer with everything that its pieces add, in order. */
export function addPieces(answer: Message, pieces: readonly PieceContent[]): Message {
  const parts = new Map(answer.parts.map((part) => [part.id, part]))
  for (const piece of pieces) for (const part of piece.parts) parts.set(part.id, joined(parts.get(part.id), part))
  const state = pieces.findLast((piece) => piece.state !== undefined)?.state
  return {
    ...answer,
    parts: [...parts.values()],
    receipts: [...answer.receipts, ...pieces.flatMap(({ receipts }) => receipts)],
    stateAfter: state === undefined ? answer.stateAfter : readSavedState(JSON.stringify(state)),
    firstTokenAt: pieces.at(-1)?.firstTokenAt ?? answer.firstTokenAt,
  }
}

function addedTo(before: StoredPart | undefined, part: StoredPart): StoredPart | null {
  if (before === undefined) return part
  if (before.type === 'tool-call' || part.type === 'tool-call') return isSame(before, part) ? null : part
  const added = { ...part, text: part.text.slice(before.text.length) }
  return added.text === '' && isSame({ ...before, text: '' }, added) ? null : added
}

function joined(before: StoredPart | undefined, added: StoredPart): StoredPart {
  if (before === undefined || before.type === 'tool-call' || added.type === 'tool-call') return added
  return { ...added, text: before.text + added.text }
}

/** Compares values by identity, because they are replaced and never changed. */
function isSame(one: StoredPart, other: StoredPart): boolean {
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(other))
  const entries = Object.entries(one)
  return entries.length === values.size && entries.every(([key, value]) => values.get(key) === value)
}
