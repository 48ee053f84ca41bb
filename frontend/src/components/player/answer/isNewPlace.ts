import type { ReceiptEntry } from '../../../types/api.ts'
import { listChanges } from '../story/listChanges.ts'

/** Receipts stored by earlier versions lack the field: there, any move with a visible line counts. */
export function isNewPlace({ newPlace, line, receipt }: ReceiptEntry): boolean {
  if (newPlace !== undefined) return newPlace
  const isMove = listChanges(receipt).some(
    ({ field, before, after }) => field === 'current_node_id' && before !== after,
  )
  return isMove && receipt.result === 'applied' && line !== ''
}
