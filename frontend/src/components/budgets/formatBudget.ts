import { budgetText } from '../../text/budgets.ts'
import type { Budget } from '../../types/api.ts'
import { formatMoney } from '../usage/formatMoney.ts'

/** A limit in the unit of its budget, without the name of the unit. */
export function formatLimit(unit: Budget['unit'], amount: number): string {
  if (unit !== 'money') return amount.toLocaleString('en')
  return amount.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: amount < 1 ? 4 : 2,
  })
}

/** What is used of a budget, or reserved, without the name of the unit. */
export const formatUsed = (unit: Budget['unit'], amount: number): string =>
  unit === 'money' ? formatMoney(amount, 'USD') : amount.toLocaleString('en')

/** A budget by its limit, such as "100,000 tokens a day". */
export const formatBudget = ({ scope, unit, limit }: Pick<Budget, 'scope' | 'unit' | 'limit'>): string =>
  budgetText(`limit.${scope}.${unit}`, { amount: formatLimit(unit, limit), count: limit })
