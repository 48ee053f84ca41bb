import type { Json } from '../../json.ts'
import type { StoryEvent } from '../programs/event.ts'
import type { Program, Tree } from '../programs/program.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Addition } from './valueSet.ts'

/**
 * For each variable, all values that it could ever have, whatever the others are. The sets are never too small, so what
 * they exclude can't happen.
 */
export interface ValueSets {
  /** Numbers of values, the start value first. */
  readonly valuesOf: (variable: number) => readonly number[]
  /** Whether values of the sets can lead to a part of a program. */
  readonly isFeasible: (tree: Tree) => boolean
  /** Whether the effects of a trigger could be run. True for all other programs. */
  readonly isLive: (program: Program) => boolean
  /** The events of all feasible runs. */
  readonly events: ReadonlySet<StoryEvent>
  /** Why an event may happen in a run that was not looked at. Empty if there is no such run. */
  readonly reasonsFor: (event: StoryEvent) => readonly Reason[]
  /**
   * Why an event that is not among `events` may happen all the same. Fewer reasons: what only reads variables of which
   * each value was found can't show anything else, whatever else leads to these values.
   */
  readonly reasonsAgainstNever: (event: StoryEvent) => readonly Reason[]
  /** Why the set of a variable may be too small. */
  readonly reasonsOfVariable: (variable: number) => readonly Reason[]
  /**
   * Whether a number grows without end, and one value stands for all numbers beyond its last constant. Coming back from
   * there can lead to several values: see `sumsOf`.
   */
  readonly isWidened: (variable: number) => boolean
  /** The value of the set that stands for a value that play or a write gives to a variable. */
  readonly standIn: (variable: number, value: number) => number
  /** The same for a value that has no number yet; null if the set doesn't contain it. */
  readonly find: (variable: number, value: Json) => number | null
  /** All values that an addition can lead to: one, unless the number was widened. */
  readonly sumsOf: (write: Addition, value: number) => readonly number[]
}
