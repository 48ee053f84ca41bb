/** How long a budget counts before it starts over. */
export const SCOPES = ['session', 'day', 'month'] as const
export type BudgetScope = (typeof SCOPES)[number]

/** What is counted: US dollars, input and output tokens, or turns. */
export const UNITS = ['money', 'tokens', 'turns'] as const
export type BudgetUnit = (typeof UNITS)[number]

export interface Budget {
  readonly id: string
  readonly scope: BudgetScope
  readonly unit: BudgetUnit
  /** In whole tokens or turns, or in billionths of a dollar: sums of whole numbers are exact. */
  readonly limit: number
  readonly createdAt: string
}

/** The currency of all money budgets. */
export const CURRENCY = 'USD'

const PARTS_OF_A_DOLLAR = 1e9

/** From dollars, tokens or turns to what is stored. A part counts as a whole. */
export const toAmount = (unit: BudgetUnit, value: number): number =>
  // A product such as 0.0016 × 1e9 is a little off.
  unit === 'money' ? Math.ceil(Number((value * PARTS_OF_A_DOLLAR).toFixed(3))) : Math.ceil(value)

export const fromAmount = (unit: BudgetUnit, amount: number): number =>
  unit === 'money' ? amount / PARTS_OF_A_DOLLAR : amount

/** From here on, a player is warned. */
export const WARNING_SHARE = 0.8
