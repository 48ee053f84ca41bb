import { AppError } from '../errors.ts'

export class BudgetNotFoundError extends AppError {
  override readonly name = 'BudgetNotFoundError'
  readonly code = 'budget-not-found'

  constructor() {
    super('Budget not found.', 'Reload the page: it may have been deleted elsewhere.')
  }
}

export class TooManyBudgetsError extends AppError {
  override readonly name = 'TooManyBudgetsError'
  readonly code = 'too-many-budgets'

  constructor(most: number) {
    super(`There are ${most} budgets already.`, 'Delete one first.')
  }
}

export class InvalidLimitError extends AppError {
  override readonly name = 'InvalidLimitError'
  readonly code = 'invalid-input'
  override readonly errors: Readonly<Record<string, string>>

  constructor(limit: string) {
    super('The limit is invalid.', 'Enter another limit.')
    this.errors = { limit }
  }
}
