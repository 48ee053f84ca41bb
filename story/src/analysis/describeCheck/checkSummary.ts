import type { Reasons } from '../verdict/reason.ts'

/** How much a check did, and what it left open. Plain data: it passes between threads and is stored. */
export interface CheckSummary {
  readonly states: number
  readonly calls: number
  readonly milliseconds: number
  /** How many questions the gamebook raises, and how many of them have an answer. */
  readonly questions: number
  readonly decided: number
  /** The questions without an answer: `questions - decided` of them. */
  readonly open: readonly OpenQuestion[]
}

export interface OpenQuestion {
  /** A clause, as in `whether "vault" can be entered`. */
  readonly question: string
  readonly reasons: Reasons
}

/** How far a running check is. */
export interface CheckProgress {
  readonly states: number
  /** How many questions the gamebook raises; 0 if they are not counted yet. Answers may raise a few more. */
  readonly questions: number
  readonly decided: number
  /** The questions that were asked and have no answer. */
  readonly open: number
  readonly milliseconds: number
  /** When the check stops. Null if it has all the time. */
  readonly maxMilliseconds: number | null
}
