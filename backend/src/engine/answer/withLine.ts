import { entersPlace, receiptForPlayer, receiptLine, type Receipt, type World } from '@llm-gamebook/story'
import type { ReceiptWithLine } from './answer.ts'

export function withLines(after: World, receipts: readonly Receipt[]): readonly ReceiptWithLine[] {
  return receipts.map((receipt) => withLine(after, receipt))
}

/** @param after the world in the state that the receipt led to */
export function withLine(after: World, receipt: Receipt): ReceiptWithLine {
  const shown = receiptForPlayer(after, receipt)
  return {
    receipt,
    line: receiptLine(after, receipt),
    newPlace: entersPlace(after, receipt),
    ...(shown !== receipt && { shown }),
  }
}
