import type { Reason } from './reason.ts'

/** Ends what takes too long, wherever it is. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached'
  readonly reason: Reason

  constructor(reason: Reason) {
    super(`A limit was reached: ${reason.kind}.`)
    this.reason = reason
  }
}

/** A clock is read once in so many steps. */
const STEPS = 256

/** The end of the time of a check. Whatever can take long counts its steps here. */
export class Deadline {
  private readonly findReason: () => Reason | null
  private steps = 0

  /** @param findReason why the check has to end; null if it may go on */
  constructor(findReason: () => Reason | null) {
    this.findReason = findReason
  }

  /** Counts a short step. Throws `LimitReached` once the time is over. */
  step(): void {
    this.steps += 1
    if (this.steps % STEPS === 0) this.check()
  }

  /** Reads the clock at once, where a step can be long. */
  check(): void {
    const reason = this.findReason()
    if (reason !== null) throw new LimitReached(reason)
  }
}

export const NO_DEADLINE = new Deadline(() => null)

/** What `work` returns; what `otherwise` makes of the reason if a limit was reached. */
export function withinLimits<Result>(work: () => Result, otherwise: (reason: Reason) => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof LimitReached) return otherwise(error.reason)
    throw error
  }
}
