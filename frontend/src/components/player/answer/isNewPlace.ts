import type { ReceiptEntry } from '../../../types/api.ts'
import { listChanges } from '../story/listChanges.ts'

/** A plot or a thing that moves on moves in its graph as well, and only its phrase of the line tells so. */
export function isNewPlace({ line, receipt }: ReceiptEntry): boolean {
  const moves = listChanges(receipt).filter(
    ({ field, before, after }) => field === 'current_node_id' && before !== after,
  )
  const unnamed = line.split(BETWEEN_PHRASES).filter((phrase) => phrase === UNNAMED_MOVE)
  return receipt.result === 'applied' && line !== '' && moves.length > unnamed.length
}

/** As the engine writes it. */
const UNNAMED_MOVE = 'The story moved on.'
const BETWEEN_PHRASES = '; '
