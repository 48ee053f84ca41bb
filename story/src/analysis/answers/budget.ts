import type { CheckProgress } from '../describeCheck/checkSummary.ts'
import type { Exploration } from '../search/exploreStates.ts'
import type { SearchLimits } from '../search/searchLimits.ts'
import type { SymbolicLimits } from '../symbolic/solveSymbolically.ts'
import { Deadline } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'

export interface AnswerLimits {
  /** The states of one search. */
  readonly maxStates?: number
  /** A rule with more outcomes is left open. */
  readonly maxLeaves?: number
  /** After this time, questions without an answer stay open. */
  readonly maxMilliseconds?: number
  /** The time in milliseconds, from any start. */
  readonly now?: () => number
  /** When the check began, if that was earlier. */
  readonly started?: number
  /** Called from time to time. The check ends early if it returns false. */
  readonly onProgress?: (progress: CheckProgress) => boolean
}

export const DEFAULT_MAX_STATES = 300_000

const SMALL = 8_000
const SHORT = 2_000
const GUIDED = 20_000
/** The states of one projection, which takes longer for each. */
const PROJECTED = 5_000
/** The nodes of decision diagrams. */
const MAX_NODES = 200_000
const MAX_BYTES = 150_000_000

/** Shares the limits of a check between its searches, and counts what they did. */
export class Budget {
  states = 0
  calls = 0
  readonly deadline = new Deadline(() => this.findReasonToEnd())
  private questions = 0
  private decided = 0
  private open = 0
  private readonly limits: AnswerLimits
  private readonly start: number
  private isCanceled = false

  constructor(limits: AnswerLimits) {
    this.limits = limits
    this.start = limits.started ?? limits.now?.() ?? 0
  }

  get isSpent(): boolean {
    return this.isCanceled || this.elapsed() >= (this.limits.maxMilliseconds ?? Infinity)
  }

  /** Why nothing more is searched. */
  get spent(): Reason {
    return { kind: 'limit', of: 'time', value: this.limits.maxMilliseconds ?? Math.round(this.elapsed()) }
  }

  projections(): SearchLimits {
    return this.upTo(PROJECTED)
  }

  diagrams(): SymbolicLimits {
    const { maxMilliseconds = Infinity } = this.limits
    return { maxNodes: MAX_NODES, maxMilliseconds, elapsed: () => this.elapsed(), onProgress: () => this.report() }
  }

  /** For what nearly always is enough. @param states how many there can be: if they are not too many, all of them */
  first(states: number): SearchLimits {
    return this.upTo(states <= DEFAULT_MAX_STATES ? states : SMALL)
  }

  short(): SearchLimits {
    return this.upTo(SHORT)
  }

  guided(): SearchLimits {
    return this.upTo(GUIDED)
  }

  large(): SearchLimits {
    return this.upTo(Infinity)
  }

  count({ tree, edges }: Exploration): void {
    this.states += tree.size
    this.calls += edges.from.length
  }

  /** @param questions how many will be asked, as far as it is known before there are answers */
  expect(questions: number): void {
    this.questions = questions
    this.report()
  }

  countAnswer(isDecided: boolean): void {
    if (isDecided) this.decided += 1
    else this.open += 1
    this.report()
  }

  upTo(states: number): SearchLimits {
    const { maxStates = DEFAULT_MAX_STATES, maxMilliseconds = Infinity } = this.limits
    return {
      maxStates: Math.min(states, maxStates),
      maxBytes: MAX_BYTES,
      maxMilliseconds,
      elapsed: () => this.elapsed(),
      onProgress: (found) => this.report(found),
    }
  }

  /** There is nothing to report before the questions are counted. */
  private findReasonToEnd(): Reason | null {
    if (this.questions > 0) this.report()
    return this.isSpent ? this.spent : null
  }

  /** Returns whether the check goes on. */
  private report(found = 0): boolean {
    const { onProgress, maxMilliseconds = null } = this.limits
    if (onProgress === undefined) return true
    const { decided, open } = this
    const progress: CheckProgress = {
      states: this.states + found,
      questions: Math.max(this.questions, decided + open),
      decided,
      open,
      milliseconds: Math.round(this.elapsed()),
      maxMilliseconds,
    }
    if (!onProgress(progress)) this.isCanceled = true
    return !this.isCanceled
  }

  private elapsed(): number {
    return (this.limits.now?.() ?? 0) - this.start
  }
}
