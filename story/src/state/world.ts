import type { Scope } from '../expressions/scope.ts'
import type { RollDice } from './dice.ts'
import type { StoryState } from './storyState.ts'

/** A gamebook at one state: all that an expression, a prompt or a check can read. Made by `traits/worldOf.ts`. */
export interface World extends Scope {
  readonly state: StoryState
  readonly rollDice: RollDice
  /** Present while a field is read through another one. */
  readonly nested?: NestedReads
}

export interface NestedReads {
  /** How many fields are just being read through each other. */
  readonly depth: number
  /** Counts all reads of one evaluation: fields that each read two others would else take time without end. */
  readonly total: { count: number }
}
