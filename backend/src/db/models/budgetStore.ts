import { sql } from 'kysely'

import type { Budget } from '../../budgets/budget.ts'
import type { BudgetState, BudgetStore, Reservation, ReservationResult } from '../../budgets/budgetStore.ts'
import type { Periods } from '../../budgets/period.ts'
import { inGroups } from '../inGroups.ts'
import { isSqlite } from '../runTogether.ts'
import type { Database } from '../tables.ts'
import { cacheReads } from '../writes/cacheReads.ts'

/** Others wait for the locks of a group. */
const MOST_TOGETHER = 100

export function createBudgetStore(db: Database): BudgetStore {
  const budgets = cacheReads<readonly Budget[]>(db, { tables: ['budget'] })
  const reserve = inGroups(MOST_TOGETHER, (waiting: readonly Reservation[]) => reserveAll(db, waiting))
  return {
    list: () => budgets.get('all', () => db.selectFrom('budget').selectAll().orderBy('id').execute()),
    reserve,
  }
}

/**
 * No two run at the same time: SQLite has one writer, and on PostgreSQL each of them first locks all budgets. Whoever
 * comes second sees what the first has reserved.
 */
async function reserveAll(db: Database, reservations: readonly Reservation[]): Promise<readonly ReservationResult[]> {
  if (isSqlite(db)) return Promise.all(reservations.map((one) => reserveOne(db, one)))
  return db.transaction().execute(async (transaction) => {
    await transaction.selectFrom('budget').select('id').orderBy('id').forNoKeyUpdate().execute()
    const results: ReservationResult[] = []
    const full: BudgetState[] = []
    for (const one of reservations) {
      const known = full.find((budget) => hasTooLittle(budget, one))
      const result =
        known === undefined ? await reserveOne(transaction, one) : { isAllowed: false as const, full: known }
      if (!result.isAllowed && known === undefined) full.push(result.full)
      results.push(result)
    }
    return results
  })
}

const hasTooLittle = (
  { scope, unit, period, used, reserved, limit }: BudgetState,
  { periods, amounts }: Reservation,
): boolean => periods[scope] === period && amounts[unit] > 0 && used + reserved + amounts[unit] > limit

const MOST_ATTEMPTS = 3

async function reserveOne(db: Database, reservation: Reservation): Promise<ReservationResult> {
  const { periods, amounts } = reservation
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    if ((await insertReservation(db, reservation)) > 0) return { isAllowed: true, isReserved: true }
    const states = (await listBudgetStates(db, periods)).filter(({ unit }) => amounts[unit] > 0)
    if (states.length === 0) return { isAllowed: true, isReserved: false }
    // Another request may have ended since.
    const full = states.find((budget) => hasTooLittle(budget, reservation))
    if (full !== undefined) return { isAllowed: false, full }
  }
  throw new Error('All budgets have room, but nothing can be reserved.')
}

/** One statement adds all rows, or none if a budget has too little left. Returns their number. */
async function insertReservation(db: Database, { requestId, periods, amounts }: Reservation): Promise<number> {
  const period = periodOf(periods)
  const { money, tokens, turns } = amounts
  const amount = sql<number>`case budget.unit when 'money' then ${number(money)} when 'tokens' then ${number(tokens)} else ${number(turns)} end`
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('reservation')
    .columns(['requestId', 'budgetId', 'period', 'amount'])
    .expression((build) =>
      build
        .selectFrom('budget')
        .select([text(requestId).as('requestId'), 'budget.id', period.as('period'), amount.as('amount')])
        .where(period, 'is not', null)
        .where(amount, '>', 0)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('budget')
                .select('budget.id')
                .where(period, 'is not', null)
                .where(amount, '>', 0)
                .where(sql<boolean>`${usedIn(period)} + ${reservedIn(period)} + ${amount} > budget."limit"`),
            ),
          ),
        ),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

/** PostgreSQL can't see the type of a value that is only selected. */
const text = (value: string | null) => sql<string>`cast(${value} as text)`
const number = (value: number) => sql<number>`cast(${value} as double precision)`

type Period = ReturnType<typeof periodOf>

/** Null for a budget that doesn't apply. */
const periodOf = ({ session, day, month }: Periods) =>
  sql<
    string | null
  >`case budget.scope when 'session' then ${text(session)} when 'day' then ${text(day)} else ${text(month)} end`

const usedIn = (period: Period) =>
  sql<number>`coalesce((select used from budget_use where budget_id = budget.id and period = ${period}), 0)`

const reservedIn = (period: Period) =>
  sql<number>`coalesce((select sum(amount) from reservation where budget_id = budget.id and period = ${period}), 0)`

/** The budgets that apply, with what is spent of them. */
export async function listBudgetStates(db: Database, periods: Periods): Promise<readonly BudgetState[]> {
  const period = periodOf(periods)
  return db
    .selectFrom('budget')
    .selectAll('budget')
    .select([sql<string>`${period}`.as('period'), usedIn(period).as('used'), reservedIn(period).as('reserved')])
    .where(period, 'is not', null)
    .orderBy('id')
    .execute()
}
