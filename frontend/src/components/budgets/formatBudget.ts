import { budgetText } from '../../text/budgets.ts'
import type { Budget } from '../../types/api.ts'

/** An amount in the unit of a budget, without the name of the unit. */
export function formatAmount(unit: Budget['unit'], amount: number): string {
  if (unit !== 'money') return amount.toLocaleString('en')
  return amount.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    // Less than a cent is much for one request.
    maximumFractionDigits: amount < 1 ? 4 : 2,
  })
}

/** A budget by its limit, such as "100,000 tokens a day". */
export const formatBudget = ({ scope, unit, limit }: Pick<Budget, 'scope' | 'unit' | 'limit'>): string =>
  budgetText(`limit.${scope}.${unit}`, { amount: formatAmount(unit, limit), count: limit })
