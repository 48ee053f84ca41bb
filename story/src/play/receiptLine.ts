import { NARRATE, PROMISE } from '../gamebook/actionName.ts'
import { RESTORE, type EffectRecord, type Receipt } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { formatChange } from './formatChange.ts'
import { formatRoll } from './formatRoll.ts'

/**
 * One line for the player about what the engine did; empty for a receipt that stays hidden from the player, and for one
 * that only narrates.
 * @param after the gamebook at the state that the receipt led to
 */
export function receiptLine(after: World, receipt: Receipt): string {
  if (receipt.result === 'failed') return 'A rule in this gamebook has an error.'
  if (receipt.result === 'refused') return receipt.by === 'trigger' ? '' : refusalLine(receipt)
  if (receipt.action === RESTORE)
    return "The gamebook has changed since this was saved, and some of it couldn't be restored."
  const phrases = describeRecord(after, receipt)
  if (phrases.length > 0) return joinSentences(phrases.map(capitalized))
  if (receipt.by === 'trigger' || hasChanges(receipt) || hasAuthorsText(receipt)) return ''
  return 'Nothing changed.'
}

/** The line doesn't repeat a guard's reason, because the story gives it; the receipt has it too. */
function refusalLine({ code = '', reason }: Receipt): string {
  return REASON_IN_STORY.has(code) || reason === undefined ? "You can't do that now." : reason
}

const REASON_IN_STORY: ReadonlySet<string> = new Set(['not-enabled', 'edge-closed', 'requires-not-met'])

function describeRecord(after: World, record: EffectRecord): readonly string[] {
  const { action, roll, changes, effects = [] } = record
  return [
    ...(roll === undefined ? [] : [formatRoll(roll)]),
    ...changes.flatMap((change) => formatChange(after, action, change) ?? []),
    ...effects.flatMap((effect) => describeRecord(after, effect)),
  ]
}

/** Whether it narrates, or makes a promise. */
function hasAuthorsText({ action, effects = [] }: Pick<EffectRecord, 'action' | 'effects'>): boolean {
  return action === NARRATE || action === PROMISE || effects.some(hasAuthorsText)
}

function hasChanges({ changes, effects = [] }: EffectRecord): boolean {
  return changes.length > 0 || effects.some(hasChanges)
}

/** A single one is a label, without a period. */
function joinSentences(sentences: readonly string[]): string {
  if (sentences.length === 1) return sentences.join('')
  return sentences.map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ')
}

function capitalized(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1)
}
