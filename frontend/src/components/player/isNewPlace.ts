import type { ReceiptEntry } from '../../types/api.ts'

/** A plot or a thing that moves on moves in its graph as well, and only its line tells so. */
export function isNewPlace({ line, receipt }: ReceiptEntry): boolean {
  const { action, result, changes } = receipt
  const hasMoved = changes.some(({ field, before, after }) => field === 'current_node_id' && before !== after)
  return action === 'graph/transition' && result === 'applied' && hasMoved && line !== UNNAMED_MOVE
}

/** As the engine writes it. */
const UNNAMED_MOVE = 'The story moved on.'
