import type { Reason } from '../verdict/reason.ts'

/** Ends a search on sets, wherever it is. */
export class SymbolicLimit extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(`The search on sets ended: ${reason.kind}.`)
    this.reason = reason
  }
}
