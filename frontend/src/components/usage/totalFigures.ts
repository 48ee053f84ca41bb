import { usageText } from '../../text/usage.ts'
import type { UsageTotals } from '../../types/api.ts'
import type { Figure } from '../common/Figures.tsx'
import { formatCosts } from './formatMoney.ts'

/** Sums, with what they are sums of. */
export function totalFigures(total: UsageTotals): readonly Figure[] {
  const { costs, turns, inputTokens, cachedTokens, outputTokens, requests, uncounted } = total
  const count = (tokens: number): string => (requests > uncounted ? tokens.toLocaleString('en') : usageText('unknown'))
  return [
    {
      key: 'cost',
      label: usageText('figures.cost'),
      value: costs.length === 0 ? usageText('unknown') : formatCosts(costs),
      note: usageText('figures.costNote', { turns }),
    },
    {
      key: 'sent',
      label: usageText('figures.sent'),
      value: count(inputTokens),
      note: usageText('figures.sentNote', { requests }),
    },
    {
      key: 'cached',
      label: usageText('figures.cached'),
      value: inputTokens === 0 ? '–' : `${Math.round((100 * cachedTokens) / inputTokens)}%`,
      note: usageText('figures.cachedNote'),
    },
    {
      key: 'written',
      label: usageText('figures.written'),
      value: count(outputTokens),
      note: usageText('figures.writtenNote'),
    },
  ]
}
