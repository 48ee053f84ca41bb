import type { UsageReport } from '../../types/api.ts'
import { formatCosts } from './formatMoney.ts'

/** What models have cost so far, by their id. A model whose costs are not known is left out. */
export function listCosts(report: UsageReport | undefined): ReadonlyMap<string, string> {
  const costs = new Map<string, UsageReport['total']['costs']>()
  for (const { modelConfigId, costs: own } of report?.models ?? []) {
    if (modelConfigId === null || own.length === 0) continue
    const known = costs.get(modelConfigId) ?? []
    const sums = new Map(known.map(({ currency, amount }) => [currency, amount]))
    for (const { currency, amount } of own) sums.set(currency, (sums.get(currency) ?? 0) + amount)
    costs.set(
      modelConfigId,
      [...sums].map(([currency, amount]) => ({ currency, amount })),
    )
  }
  return new Map([...costs].map(([id, sums]) => [id, formatCosts(sums)]))
}
