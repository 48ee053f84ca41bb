import { type Budget, fromAmount, toAmount, WARNING_SHARE } from '../../../budgets/budget.ts'
import { BudgetNotFoundError, InvalidLimitError, TooManyBudgetsError } from '../../../budgets/budgetErrors.ts'
import { periodBounds, periodsAt } from '../../../budgets/period.ts'
import type { Clock } from '../../../clock.ts'
import { oneAtATime } from '../../../oneAtATime.ts'
import type { RequestRecorder } from '../../../requests/requestRecorder.ts'
import {
  countBudgets,
  deleteBudget,
  findBudget,
  insertBudget,
  updateBudgetLimit,
} from '../../../db/models/budgetQueries.ts'
import { listBudgetStates } from '../../../db/models/budgetStore.ts'
import type { Database } from '../../../db/tables.ts'
import { type BudgetCreate, type BudgetResponse, type BudgetUpdate, refuseLimit } from '../../schemas/budget.ts'

export interface BudgetServices {
  readonly db: Database
  readonly clock: Clock
  readonly requests: Pick<RequestRecorder, 'counted'>
}

const MOST_BUDGETS = 20

/** All budgets; those of each session with what a session has used, if one is named. */
export async function listBudgets(
  { db, clock, requests }: BudgetServices,
  sessionId: string | null,
): Promise<readonly BudgetResponse[]> {
  await requests.counted()
  const now = clock.now()
  const [budgets, states] = await Promise.all([
    db.selectFrom('budget').selectAll().orderBy('id').execute(),
    listBudgetStates(db, periodsAt(now, sessionId)),
  ])
  return budgets.map((budget) =>
    toResponse(
      budget,
      states.find(({ id }) => id === budget.id),
      now,
    ),
  )
}

export async function createBudget(
  services: BudgetServices,
  { scope, unit, limit }: BudgetCreate,
): Promise<BudgetResponse> {
  const { db, clock } = services
  const id = clock.newId()
  await oneAtATime('budgets', async () => {
    if ((await countBudgets(db)) >= MOST_BUDGETS) throw new TooManyBudgetsError(MOST_BUDGETS)
    const createdAt = clock.now()
    const budget = { id, scope, unit, limit: toAmount(unit, limit), createdAt }
    await insertBudget(db, budget, periodsAt(createdAt, null))
  })
  return getBudget(services, id)
}

export async function updateBudget(
  services: BudgetServices,
  id: string,
  { limit }: BudgetUpdate,
): Promise<BudgetResponse> {
  const budget = await findBudget(services.db, id)
  if (budget === undefined) throw new BudgetNotFoundError()
  const refusal = refuseLimit(budget.unit, limit)
  if (refusal !== null) throw new InvalidLimitError(refusal)
  await updateBudgetLimit(services.db, id, toAmount(budget.unit, limit))
  return getBudget(services, id)
}

export async function removeBudget({ db }: BudgetServices, id: string): Promise<void> {
  if (!(await deleteBudget(db, id))) throw new BudgetNotFoundError()
}

async function getBudget(services: BudgetServices, id: string): Promise<BudgetResponse> {
  const budgets = await listBudgets(services, null)
  const found = budgets.find((budget) => budget.id === id)
  if (found === undefined) throw new BudgetNotFoundError()
  return found
}

interface Spent {
  readonly used: number
  readonly reserved: number
}

function toResponse({ id, scope, unit, limit, createdAt }: Budget, spent: Spent | undefined, now: string) {
  const bounds = periodBounds(scope, now)
  return {
    ...{ id, scope, unit, createdAt, limit: fromAmount(unit, limit) },
    used: spent === undefined ? null : fromAmount(unit, spent.used),
    reserved: spent === undefined ? null : fromAmount(unit, spent.reserved),
    state: stateOf(limit, spent),
    startedAt: bounds?.start ?? null,
    endsAt: bounds?.end ?? null,
  }
}

function stateOf(limit: number, spent: Spent | undefined): BudgetResponse['state'] {
  const { used, reserved } = spent ?? { used: 0, reserved: 0 }
  if (used + reserved >= limit) return 'used-up'
  return used >= limit * WARNING_SHARE ? 'warning' : 'open'
}
