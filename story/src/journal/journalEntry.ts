import type { Receipt } from '../state/receipt.ts'

/** The receipts of one message of the path, oldest first. They may be of an older gamebook, or damaged. */
export interface MessageReceipts {
  readonly messageId: string
  readonly receipts: readonly Receipt[]
}

/** In the order of importance. */
export const JOURNAL_KINDS = [
  'promise',
  'topic',
  'gained',
  'lost',
  'reveal',
  'place',
  'plot',
  'check',
  'deed',
  'field',
] as const
export type JournalKind = (typeof JOURNAL_KINDS)[number]

/** One fact of the story so far. It names things as the gamebook does now, never by id. */
export interface JournalEntry {
  readonly kind: JournalKind
  /** The message in which it happened: the first time, or the last change of a value. */
  readonly messageId: string
  /** What it shares with others of its kind: `Visited`, `Asked the ferryman about`. */
  readonly group: string
  readonly text: string
  /** Whether the narrator may know it: its type is in the prompt. */
  readonly isForNarrator: boolean
  /** Whether players may read it; the beats of a plot are for the narrator only. */
  readonly isForPlayer: boolean
}

/** An entry with its position among all records of the path, by which entries are ordered. */
export interface PlacedEntry extends JournalEntry {
  readonly position: number
}
