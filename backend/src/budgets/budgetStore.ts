import type { Budget } from './budget.ts'
import type { Periods } from './period.ts'

/** What a request spends at most, in the amounts of each unit; 0 for what it doesn't spend. */
export interface Amounts {
  readonly money: number
  readonly tokens: number
  readonly turns: number
}

export interface Reservation {
  readonly requestId: string
  readonly periods: Periods
  readonly amounts: Amounts
}

/** A budget with what is spent of it in one period. */
export interface BudgetState extends Budget {
  readonly period: string
  readonly used: number
  /** What running requests may still spend. */
  readonly reserved: number
}

export type ReservationResult =
  /** Nothing is reserved if no budget applies. */
  | { readonly isAllowed: true; readonly isReserved: boolean }
  /** A budget that has too little left. */
  | { readonly isAllowed: false; readonly full: BudgetState }

/** What the gate needs of the database. */
export interface BudgetStore {
  /** All budgets. Fast: they are kept in memory until one changes. */
  readonly list: () => Promise<readonly Budget[]>
  /** Reserves the amounts in all budgets that apply, or in none. */
  readonly reserve: (reservation: Reservation) => Promise<ReservationResult>
}

/** What a request has spent. */
export interface Settlement {
  readonly requestId: string
  /** Null counts as the worst case. */
  readonly spent: { readonly money: number | null; readonly tokens: number | null }
}
