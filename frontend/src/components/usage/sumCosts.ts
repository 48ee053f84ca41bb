import type { UsageTotals } from '../../types/api.ts'

type Costs = UsageTotals['costs']

/** One sum for each currency. */
export function sumCosts(costs: Costs): Costs {
  const sums = new Map<string, number>()
  for (const { currency, amount } of costs) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}
