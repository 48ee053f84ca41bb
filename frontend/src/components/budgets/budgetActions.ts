import type { BudgetCreate } from '../../types/api.ts'
import type { UserError } from '../../types/userError.ts'

/** Why a change was refused. */
export interface BudgetRefusal {
  /** About the limit that was entered; undefined if something else went wrong. */
  readonly limit: string | undefined
  readonly error: UserError
}

/** Each settles with null after success. */
export interface BudgetActions {
  readonly create: (budget: BudgetCreate) => Promise<BudgetRefusal | null>
  readonly change: (id: string, limit: number) => Promise<BudgetRefusal | null>
  readonly remove: (id: string) => Promise<BudgetRefusal | null>
}
