import type { UsageReport } from '../../types/api.ts'
import { formatCosts } from './formatMoney.ts'
import { sumCosts } from './sumCosts.ts'

/** What models have cost so far, by their id. A model whose costs are not known is left out. */
export function listCosts(report: UsageReport | undefined): ReadonlyMap<string, string> {
  const costs = new Map<string, UsageReport['total']['costs']>()
  for (const { modelConfigId, costs: own } of report?.models ?? []) {
    if (modelConfigId === null || own.length === 0) continue
    costs.set(modelConfigId, [...(costs.get(modelConfigId) ?? []), ...own])
  }
  return new Map([...costs].map(([id, all]) => [id, formatCosts(sumCosts(all))]))
}
