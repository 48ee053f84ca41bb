/** What one or more requests used. */
export interface Used {
  readonly requests: number
  readonly turns: number
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
  readonly uncounted: number
  readonly cost: number
  /** Empty if the cost is not known. */
  readonly currency: string
}

export interface Total extends Omit<Used, 'cost' | 'currency'> {
  readonly costs: { readonly amount: number; readonly currency: string }[]
}

type Count = Exclude<keyof Used, 'cost' | 'currency'>

const PRECISION = 1e9

/** Costs are added only within one currency. */
export function addUp(used: readonly Used[]): Total {
  const sum = (name: Count): number => used.reduce((total, one) => total + one[name], 0)
  const costs = new Map<string, number>()
  for (const { cost, currency } of used) if (currency !== '') costs.set(currency, (costs.get(currency) ?? 0) + cost)
  return {
    requests: sum('requests'),
    turns: sum('turns'),
    inputTokens: sum('inputTokens'),
    cachedTokens: sum('cachedTokens'),
    outputTokens: sum('outputTokens'),
    uncounted: sum('uncounted'),
    costs: [...costs].map(([currency, amount]) => ({ currency, amount: Math.round(amount * PRECISION) / PRECISION })),
  }
}
