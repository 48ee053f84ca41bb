import type { Denial } from '../models/transport/requestDeniedError.ts'
import type { RequestContext } from '../models/transport/requestLog.ts'
import { localDay } from '../usage/localDay.ts'
import { type Budget, type BudgetScope, type BudgetUnit, CURRENCY, fromAmount } from './budget.ts'
import type { BudgetState } from './budgetStore.ts'
import { periodBounds } from './period.ts'

const BUILT_IN = 'continue with the built-in narrator'

/** @param needed what the request may spend at most */
export function describeUsedUp(state: BudgetState, needed: number, now: string): Denial {
  const { id, scope, unit, limit, used, reserved } = state
  const left = Math.max(0, limit - used - reserved)
  const name = describeBudget(state)
  const happened =
    left === 0
      ? `${name} is used up.`
      : `${name} has only ${formatAmount(unit, left)} left. This request may need ${formatAmount(unit, needed)}.`
  const running = used < limit && reserved > 0 ? ` Requests in progress may use ${formatAmount(unit, reserved)}.` : ''
  return {
    code: 'budget-used-up',
    detail: `${happened}${running} ${describeEnd(scope, now)}`,
    hint: `Raise the budget, or ${BUILT_IN}.`,
    budgetId: id,
  }
}

export function describeUnpriced(budgetId: string, { model, prices: known }: RequestContext): Denial {
  const reason =
    known === null || known.prices.currency === CURRENCY
      ? 'is not known'
      : `is known in ${known.prices.currency} only, and budgets count US dollars`
  return {
    code: 'model-without-price',
    detail: `The price of ${model.modelName} ${reason}, so its cost can't be kept within a budget.`,
    hint: `Enter its price in US dollars in the model's settings (0 if it is free), use another model, or ${BUILT_IN}.`,
    budgetId,
  }
}

export function describeUnlimited(budget: Budget, { model }: RequestContext): Denial {
  return {
    code: 'answer-without-limit',
    detail: `${model.modelName} doesn't accept a maximum answer length, so its use can't be kept within a budget.`,
    hint: `Set "Maximum answer length" in the model's settings, use another model or a budget of turns, or ${BUILT_IN}.`,
    budgetId: budget.id,
  }
}

const OF_SCOPE: Readonly<Record<BudgetScope, string>> = { session: 'a session', day: 'a day', month: 'a month' }

const describeBudget = ({ unit, limit, scope }: Budget): string =>
  `The budget of ${formatAmount(unit, limit)} ${OF_SCOPE[scope]}`

function describeEnd(scope: BudgetScope, now: string): string {
  const bounds = periodBounds(scope, now)
  if (bounds === null) return "It doesn't start over in this session."
  const day = new Date(localDay(bounds.end)).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })
  return `The budget starts over on ${day}.`
}

function formatAmount(unit: BudgetUnit, amount: number): string {
  const value = fromAmount(unit, amount)
  if (unit === 'money')
    return `$${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 4 })}`
  const word = value === 1 ? unit.slice(0, -1) : unit
  return `${value.toLocaleString('en-US')} ${word}`
}
