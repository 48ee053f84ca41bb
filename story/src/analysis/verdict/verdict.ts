import type { Step } from '../steps/step.ts'
import type { Reason, Reasons } from './reason.ts'

/**
 * What the checker knows about one claim. Only code that owns the reasons for not knowing can produce a proof: see
 * `proven`.
 */
export type Verdict = Proof | Shown | NotKnown

/** How a claim was proven. */
export type Prover =
  /** The file itself says so. */
  | 'file'
  /** The sets of all values that anything could have. */
  | 'values'
  /** Every state that differs for the claim was explored. */
  | 'exact'
  /** Sets of states were explored as decision diagrams. */
  | 'symbolic'
  /** States that leave out part of the story were explored, the rest taken at its worst. */
  | 'projection'

const PROOF = Symbol('proof')

/** A claim that holds in every play. */
export interface Proof {
  readonly kind: 'proven'
  readonly by: Prover
  /** The number of states that the proof explored; 0 if it needed none. */
  readonly states: number
  readonly [PROOF]: true
}

/** A claim that the engine has shown: these calls were played before it is made. */
export interface Shown {
  readonly kind: 'shown'
  readonly steps: readonly Step[]
  /** Whether no play with fewer calls shows it. */
  readonly isShortest: boolean
}

export interface NotKnown {
  readonly kind: 'not-known'
  readonly reasons: Reasons
}

/** The only way to a proof: without any reason not to know. */
export function proven(by: Prover, states: number, reasons: Iterable<Reason>): Proof | NotKnown {
  const [first, ...others] = reasons
  return first === undefined ? { kind: 'proven', by, states, [PROOF]: true } : notKnown(first, ...others)
}

export function shown(steps: readonly Step[], isShortest: boolean): Shown {
  return { kind: 'shown', steps, isShortest }
}

export function notKnown(...reasons: Reasons): NotKnown {
  return { kind: 'not-known', reasons }
}

/**
 * Whether something can happen: `shown` by a play, `proven` never to happen, or `not-known`. An answer is never both
 * shown and proven.
 */
export type Possibility = Verdict
