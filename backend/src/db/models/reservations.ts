import { type CompiledQuery, type Expression, sql } from 'kysely'

import type { Settlement } from '../../budgets/budgetStore.ts'
import { runTogether } from '../runTogether.ts'
import type { BudgetUseRow, Database } from '../tables.ts'

/** The statements that turn a reservation into what was spent. They do nothing without a reservation. */
export function settleReservation(db: Database, { requestId, spent }: Settlement): readonly CompiledQuery[] {
  const amount = sql<number>`case budget.unit
    when 'money' then coalesce(cast(${spent.money} as double precision), reservation.amount)
    when 'tokens' then coalesce(cast(${spent.tokens} as double precision), reservation.amount)
    else reservation.amount end`
  const settled = db
    .selectFrom('reservation')
    .innerJoin('budget', 'budget.id', 'reservation.budgetId')
    .select(['reservation.budgetId', 'reservation.period', amount.as('used')])
    .where('reservation.requestId', '=', requestId)
  return [addToUse(db, settled).compile(), db.deleteFrom('reservation').where('requestId', '=', requestId).compile()]
}

/** Counts what requests of an ended process have reserved as spent: a provider may have answered them. */
export async function settleLeftReservations(db: Database): Promise<void> {
  const left = db
    .selectFrom('reservation')
    .select(({ fn }) => ['budgetId', 'period', fn.sum<number>('amount').as('used')])
    // Otherwise SQLite would read the conflict as part of a join.
    .where('amount', '>', 0)
    .groupBy(['budgetId', 'period'])
  await runTogether(db, [addToUse(db, left).compile(), db.deleteFrom('reservation').compile()])
}

const addToUse = (db: Database, used: Expression<Pick<BudgetUseRow, 'budgetId' | 'period' | 'used'>>) =>
  db
    .insertInto('budgetUse')
    .columns(['budgetId', 'period', 'used'])
    .expression(used)
    .onConflict((conflict) =>
      conflict.columns(['budgetId', 'period']).doUpdateSet({ used: sql<number>`budget_use.used + excluded.used` }),
    )
