import { localDay } from '../usage/localDay.ts'
import type { BudgetScope } from './budget.ts'

/** What the budgets of each scope count together. Null where there is nothing to count for. */
export type Periods = Readonly<Record<BudgetScope, string | null>>

/** The periods that a request belongs to. */
export function periodsAt(now: string, sessionId: string | null): Periods {
  const day = localDay(now)
  return { session: sessionId, day, month: day.slice(0, 'yyyy-mm'.length) }
}

/** When a day or a month begins and ends, in the time zone of the server; null for a session. */
export function periodBounds(scope: BudgetScope, now: string): { readonly start: string; readonly end: string } | null {
  if (scope === 'session') return null
  const date = new Date(now)
  const [year, month] = [date.getFullYear(), date.getMonth()]
  const days = scope === 'day' ? [date.getDate(), date.getDate() + 1] : [1, 1]
  const [first = 1, next = 1] = days
  const end = scope === 'day' ? new Date(year, month, next) : new Date(year, month + 1, next)
  return { start: new Date(year, month, first).toISOString(), end: end.toISOString() }
}
