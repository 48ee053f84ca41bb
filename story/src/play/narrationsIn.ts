import { NARRATE } from '../gamebook/actionName.ts'
import type { EffectRecord, Receipt } from '../state/receipt.ts'

/** The author's words for what the receipts record, in the order in which they were narrated. */
export function narrationsIn(receipts: readonly Receipt[]): readonly string[] {
  return receipts.filter(({ result }) => result === 'applied').flatMap(narrationsOf)
}

function narrationsOf({
  action,
  args,
  effects = [],
}: Pick<EffectRecord, 'action' | 'args' | 'effects'>): readonly string[] {
  return action === NARRATE ? textOf(args) : effects.flatMap(narrationsOf)
}

function textOf(args: EffectRecord['args']): readonly string[] {
  const text = typeof args === 'object' && args !== null && 'text' in args ? args.text : null
  return typeof text === 'string' ? [text] : []
}
