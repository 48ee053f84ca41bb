import { sql } from 'kysely'

import type { Budget } from '../../budgets/budget.ts'
import type { Periods } from '../../budgets/period.ts'
import type { Database } from '../tables.ts'

export async function countBudgets(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('budget')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findBudget(db: Database, id: string): Promise<Budget | undefined> {
  return db.selectFrom('budget').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Adds a budget, with what has been used in its periods until now as far as it was counted. */
export async function insertBudget(db: Database, budget: Budget, periods: Periods): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto('budget').values(budget).execute()
    await addEarlierUse(transaction, budget, periods)
  })
}

async function addEarlierUse(db: Database, { id, scope, unit }: Budget, { day, month }: Periods): Promise<void> {
  const tokens = sql<number>`coalesce(input_tokens, 0) + coalesce(output_tokens, 0)`
  const money = sql<number>`case currency when 'USD' then coalesce(cost, 0) * 1e9 else 0 end`
  const budgetId = sql<string>`cast(${id} as text)`
  if (scope === 'session') {
    // The first request of a turn may have been repeated.
    const turns = sql<number>`count(distinct case when purpose = 'turn' and step = 1 then message_id end)`
    const used = { money: total(money), tokens: total(tokens), turns }[unit]
    await db
      .insertInto('budgetUse')
      .columns(['budgetId', 'period', 'used'])
      .expression((build) =>
        build
          .selectFrom('sentRequest')
          .innerJoin('requestOwner', 'requestOwner.id', 'sentRequest.ownerId')
          .select([budgetId.as('budgetId'), sql<string>`session_id`.as('period'), used.as('used')])
          .where('sessionId', 'is not', null)
          .groupBy('sessionId'),
      )
      .execute()
    return
  }
  const used = { money, tokens, turns: sql<number>`turns` }[unit]
  const period = scope === 'day' ? day : month
  await db
    .insertInto('budgetUse')
    .columns(['budgetId', 'period', 'used'])
    .expression((build) =>
      build
        .selectFrom('usageDay')
        .select([budgetId.as('budgetId'), sql<string>`cast(${period} as text)`.as('period'), total(used).as('used')])
        .where('day', 'like', `${period}%`),
    )
    .execute()
}

const total = (used: ReturnType<typeof sql<number>>) => sql<number>`coalesce(ceil(sum(${used})), 0)`

/** Returns whether there is such a budget. */
export async function updateBudgetLimit(db: Database, id: string, limit: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('budget').set({ limit }).where('id', '=', id).executeTakeFirst()
  return numUpdatedRows > 0
}

/** Returns whether there was such a budget. */
export async function deleteBudget(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('budget').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0
}
