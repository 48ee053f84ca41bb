import type { ReceiptEntry } from '../../../types/api.ts'
import { listChanges } from '../story/listChanges.ts'

/** The fields that the receipts of an answer changed, as `entity.field`. */
export function changedFieldKeys(receipts: readonly ReceiptEntry[]): ReadonlySet<string> {
  const changes = receipts.flatMap(({ receipt }) => listChanges(receipt))
  return new Set(changes.map(({ entity, field }) => `${entity}.${field}`))
}
