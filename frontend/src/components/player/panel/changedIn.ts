import type { ReceiptEntry } from '../../../types/api.ts'
import { changesIn } from '../changesIn.ts'

/** What the receipts of an answer changed, as `entity.field`. */
export function changedIn(receipts: readonly ReceiptEntry[]): ReadonlySet<string> {
  const changes = receipts.flatMap(({ receipt }) => changesIn(receipt))
  return new Set(changes.map(({ entity, field }) => `${entity}.${field}`))
}
