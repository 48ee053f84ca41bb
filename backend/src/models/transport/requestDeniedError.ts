export const DENIED_CODES = ['budget-used-up', 'model-without-price', 'answer-without-limit'] as const
export type DeniedCode = (typeof DENIED_CODES)[number]

export interface Denial {
  readonly code: DeniedCode
  /** What happened. */
  readonly detail: string
  /** What to do next. */
  readonly hint: string
  readonly budgetId: string
}

/** A request that was not sent, because a budget doesn't allow it. */
export class RequestDeniedError extends Error {
  override readonly name = 'RequestDeniedError'
  readonly denial: Denial

  constructor(denial: Denial) {
    super(denial.detail)
    this.denial = denial
  }
}

const MOST_CAUSES = 6

/** The denial that an error was caused by; null if it has another cause. */
export function findDenial(caught: unknown): Denial | null {
  let cause = caught
  for (let depth = 0; depth < MOST_CAUSES && cause instanceof Error; depth += 1) {
    if (cause instanceof RequestDeniedError) return cause.denial
    cause = cause.cause
  }
  return null
}
