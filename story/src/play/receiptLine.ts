import { RESTORE, type EffectRecord, type Receipt } from '../state/receipt.ts'
import type { World } from '../state/world.ts'
import { phraseChange } from './phraseChange.ts'
import { phraseRoll } from './phraseRoll.ts'

/**
 * What the engine did, in one line for the player; empty where nothing was done that a player would know of.
 * @param after the gamebook at the state that the receipt led to
 */
export function receiptLine(after: World, receipt: Receipt): string {
  if (receipt.result === 'failed') return 'A rule of this gamebook fails here.'
  if (receipt.result === 'refused') return receipt.by === 'trigger' ? '' : (receipt.reason ?? 'That cannot be done.')
  if (receipt.action === RESTORE) return 'The gamebook has changed since this was saved: not all of it could be kept.'
  const phrases = phraseRecord(after, receipt)
  if (phrases.length > 0) return phrases.join('; ')
  if (receipt.by === 'trigger' || hasChanges(receipt)) return ''
  return 'Nothing changed.'
}

function phraseRecord(after: World, record: EffectRecord): readonly string[] {
  const { action, roll, changes, effects = [] } = record
  return [
    ...(roll === undefined ? [] : [phraseRoll(roll)]),
    ...changes.flatMap((change) => phraseChange(after, action, change) ?? []),
    ...effects.flatMap((effect) => phraseRecord(after, effect)),
  ]
}

function hasChanges({ changes, effects = [] }: EffectRecord): boolean {
  return changes.length > 0 || effects.some(hasChanges)
}
