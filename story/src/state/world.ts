import type { Scope } from '../expressions/scope.ts'
import type { RollDice } from './dice.ts'
import type { StoryState } from './storyState.ts'

/** A gamebook with one state, for expressions, prompts and checks. `traits/worldOf.ts` creates it. */
export interface World extends Scope {
  readonly state: StoryState
  readonly rollDice: RollDice
  /** Present while one field reads another. */
  readonly nested?: NestedReads
}

export interface NestedReads {
  /** The number of fields in the current chain of reads. */
  readonly depth: number
  /** Counts all reads of one evaluation, because fields that each read two others would take exponential time. */
  readonly total: { count: number }
}
