import type { Budget } from '../../src/budgets/budget.ts'
import { systemClock } from '../../src/clock.ts'
import type { Database } from '../../src/db/database.ts'
import { periodsAt } from '../../src/budgets/period.ts'
import { listBudgetStates } from '../../src/db/models/budgetStore.ts'

/** What is spent and reserved of each budget, in a session or without one. */
export async function readBudgets(db: Database, sessionId: string | null = null) {
  const states = await listBudgetStates(db, periodsAt(new Date().toISOString(), sessionId))
  return states.map(({ used, reserved }) => ({ used, reserved }))
}

export async function addBudget(db: Database, budget: Pick<Budget, 'scope' | 'unit' | 'limit'>): Promise<string> {
  const id = systemClock.newId()
  await db
    .insertInto('budget')
    .values({ ...budget, id, createdAt: new Date().toISOString() })
    .execute()
  return id
}
