import { stock, type StockPurpose } from '../../../src/narrator/narration/stock.ts'

/** Matches an answer that begins with a stock sentence of this purpose. */
export function startsWithStock(purpose: StockPurpose): RegExp {
  const escaped = stock[purpose].map((sentence) => sentence.replace(/[.?]/g, '\\$&'))
  return new RegExp(`^(?:${escaped.join('|')})`)
}
