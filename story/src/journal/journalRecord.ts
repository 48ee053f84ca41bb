import type { EffectRecord } from '../state/receipt.ts'
import type { JournalEntry, JournalKind, MessageReceipts, PlacedEntry } from './journalEntry.ts'

/** Something that was applied on the path: an action of a receipt, or one of its effects. */
export interface JournalRecord extends Pick<EffectRecord, 'action' | 'args' | 'changes' | 'roll'> {
  readonly position: number
  readonly messageId: string
  /** The function that was called; null for an effect and for what happened by itself. */
  readonly function: string | null
}

/** Everything that was applied, in order, since the story last began. */
export function listRecords(path: readonly MessageReceipts[]): readonly JournalRecord[] {
  const records: JournalRecord[] = []
  for (const { messageId, receipts } of path) {
    for (const receipt of receipts) {
      if (receipt.result !== 'applied') continue
      const add = (record: EffectRecord, name: string | null, depth: number): void => {
        if (record.action === RESET) records.length = 0
        else records.push({ ...toRecord(record), position: records.length, messageId, function: name })
        if (depth < MAX_DEPTH) for (const effect of record.effects ?? []) add(effect, null, depth + 1)
      }
      add(receipt, receipt.function ?? null, 0)
    }
  }
  return records
}

/** The entry for something that a record did. */
export function entryAt(
  { position, messageId }: JournalRecord,
  kind: JournalKind,
  rest: Omit<JournalEntry, 'kind' | 'messageId'>,
): PlacedEntry {
  return { kind, messageId, ...rest, group: cut(rest.group), text: cut(rest.text), position }
}

/** Reads a text of a payload; null if it has none. */
export function textIn(args: EffectRecord['args'], key: string): string | null {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return null
  const value = Object.entries(args).find(([name]) => name === key)?.[1]
  return typeof value === 'string' ? value : null
}

function toRecord({
  action,
  args,
  changes,
  roll,
}: EffectRecord): Omit<JournalRecord, 'position' | 'messageId' | 'function'> {
  return { action, args, changes, ...(roll !== undefined && { roll }) }
}

/** One line, since the entry becomes a line of the prompt. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = Array.from(line.slice(0, 2 * MAX_CHARACTERS))
  return characters.length <= MAX_CHARACTERS ? line : `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`
}

const RESET = 'core/reset-game'
/** The engine nests effects less deeply. */
const MAX_DEPTH = 64
/** Fields can hold long texts, and lists grow. */
const MAX_CHARACTERS = 200
