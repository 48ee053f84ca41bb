import { usageText } from '../../text/usage.ts'
import type { UsageTotals } from '../../types/api.ts'
import type { Figure } from '../common/Figures.tsx'
import { formatCosts } from './formatMoney.ts'

/** Sums, with what they are sums of. */
export function totalFigures(total: UsageTotals): readonly Figure[] {
  const { costs, turns, inputTokens, cachedTokens, outputTokens, requests } = total
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
      value: inputTokens.toLocaleString('en'),
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
      value: outputTokens.toLocaleString('en'),
      note: usageText('figures.writtenNote'),
    },
  ]
}
