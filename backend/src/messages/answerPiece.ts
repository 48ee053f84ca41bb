import { z } from 'zod'

import type { AnswerInProgress, Message } from './message.ts'
import { StoredPart } from './part.ts'
import { StoredReceiptEntry } from './receipt.ts'
import { readSavedState } from './savedState.ts'

/** What was added to an answer in progress since its last piece. */
export const PieceContent = z.object({
  /** New and changed parts. Their text is only what was added to it. */
  parts: z.array(StoredPart),
  /** The parts whose end was taken back, with how many characters of them remain. */
  shortened: z.record(z.string(), z.int()).optional(),
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
  const shortened = now.parts.flatMap((part) => {
    const length = shortenedLength(known.get(part.id), part)
    return length === null ? [] : [[part.id, length] as const]
  })
  const receipts = now.receipts.slice(before.receipts.length)
  const isSameState = now.stateAfter === before.stateAfter
  const isSame = isSameState && now.firstTokenAt === before.firstTokenAt
  if (parts.length === 0 && receipts.length === 0 && isSame) return null
  return {
    parts,
    ...(shortened.length > 0 && { shortened: Object.fromEntries(shortened) }),
    receipts,
    ...(!isSameState && { state: now.stateAfter }),
    firstTokenAt: now.firstTokenAt,
  }
}

/** The answer with everything that its pieces add, in order. */
export function addPieces(answer: Message, pieces: readonly PieceContent[]): Message {
  const parts = new Map(answer.parts.map((part) => [part.id, part]))
  for (const { parts: added, shortened } of pieces) {
    for (const part of added) parts.set(part.id, joined(parts.get(part.id), part, shortened?.[part.id]))
  }
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
  const isChanged = added.text !== '' || shortenedLength(before, part) !== null
  return !isChanged && isSame({ ...before, text: '' }, added) ? null : added
}

/** Null for a part that only grew: one whose end was taken back never grows again. */
function shortenedLength(before: StoredPart | undefined, part: StoredPart): number | null {
  if (before === undefined || before.type === 'tool-call' || part.type === 'tool-call') return null
  return part.text.length < before.text.length ? part.text.length : null
}

function joined(before: StoredPart | undefined, added: StoredPart, length?: number): StoredPart {
  if (before === undefined || before.type === 'tool-call' || added.type === 'tool-call') return added
  return { ...added, text: before.text.slice(0, length) + added.text }
}

/** Compares values by identity, because they are replaced and never changed. */
function isSame(one: StoredPart, other: StoredPart): boolean {
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(other))
  const entries = Object.entries(one)
  return entries.length === values.size && entries.every(([key, value]) => values.get(key) === value)
}
