import { z } from 'zod'

import { type BudgetUnit, SCOPES, UNITS } from '../../budgets/budget.ts'
import { Id, StoredId, Timestamp } from './common.ts'

/** More than anyone means; sums stay exact. */
const HIGHEST: Readonly<Record<BudgetUnit, number>> = { money: 1_000_000, tokens: 1_000_000_000_000, turns: 1_000_000 }

const Scope = z
  .enum(SCOPES)
  .describe('What it counts: each session, each day or each month. Days and months are those of the server')
const Unit = z.enum(UNITS).describe('US dollars; input and output tokens; turns')
const Limit = z.number('Enter a number.').positive('A limit is more than zero.')

/** Why a limit can't be one of this unit; null if it can. */
export function refuseLimit(unit: BudgetUnit, limit: number): string | null {
  const highest = HIGHEST[unit]
  if (limit > highest) return `A limit is at most ${highest.toLocaleString('en-US')}.`
  if (unit !== 'money' && !Number.isInteger(limit)) return 'Enter a whole number.'
  return unit === 'money' && limit < 0.000001 ? 'A limit is at least 0.000001.' : null
}

export const BudgetCreate = z
  .strictObject({ scope: Scope, unit: Unit, limit: Limit })
  .superRefine(({ unit, limit }, context) => {
    const message = refuseLimit(unit, limit)
    if (message !== null) context.addIssue({ code: 'custom', path: ['limit'], message })
  })
  .meta({ id: 'BudgetCreate' })
export type BudgetCreate = z.infer<typeof BudgetCreate>

export const BudgetUpdate = z.strictObject({ limit: Limit }).meta({ id: 'BudgetUpdate' })
export type BudgetUpdate = z.infer<typeof BudgetUpdate>

export const BudgetQuery = z.strictObject({ sessionId: Id.optional() })

/** A limit on what is spent, with what is spent of it now. */
export const BudgetResponse = z
  .object({
    id: StoredId,
    scope: Scope,
    unit: Unit,
    limit: z.number(),
    used: z.number().nullable().describe('Null for a budget of each session, if no session is named'),
    reserved: z.number().nullable().describe('What running requests may still use'),
    state: z
      .enum(['open', 'warning', 'used-up'])
      .describe('`warning` from 80%. A request may also be refused before: it needs room for its worst case'),
    startedAt: Timestamp.nullable().describe('Null for a budget of each session'),
    endsAt: Timestamp.nullable().describe('When it starts over; null for a budget of each session'),
    createdAt: Timestamp,
  })
  .meta({ id: 'Budget' })
export type BudgetResponse = z.infer<typeof BudgetResponse>

export const BudgetList = z.object({ data: z.array(BudgetResponse) }).meta({ id: 'BudgetList' })
export type BudgetList = z.infer<typeof BudgetList>
