import type { Certainty, DriftKind } from './driftKind.ts'

/** A part of an answer that differs from what the engine knows. */
export interface DriftFinding {
  readonly kind: DriftKind
  readonly certainty: Certainty
  /** The part of the text, from `start` up to `end`. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** What is true instead, in one sentence that gives nothing away. */
  readonly fact: string
}

/** What a detector finds; the rest of a finding follows from it. */
export interface Spotted {
  readonly start: number
  readonly end: number
  readonly fact: string
  /** The id of the item or place that is meant. */
  readonly about?: string
}
