import { usageText } from '../../text/usage.ts'
import type { UsageTotals } from '../../types/api.ts'
import { formatCosts } from './formatMoney.ts'

/** The numbers of a row, in the order of the columns. */
export function countCells(used: UsageTotals): readonly { readonly key: string; readonly text: string }[] {
  const { turns, inputTokens, cachedTokens, outputTokens, costs } = used
  const hasCounts = used.requests > used.uncounted
  const count = (tokens: number): string => (hasCounts ? tokens.toLocaleString('en') : usageText('unknown'))
  return [
    { key: 'turns', text: turns.toLocaleString('en') },
    { key: 'input', text: count(inputTokens) },
    { key: 'cached', text: inputTokens === 0 ? '–' : `${Math.round((100 * cachedTokens) / inputTokens)}%` },
    { key: 'written', text: count(outputTokens) },
    { key: 'cost', text: costs.length === 0 ? usageText('unknown') : formatCosts(costs) },
  ]
}
