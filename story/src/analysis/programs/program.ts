import type { Json } from '../../json.ts'
import type { GamebookFunction } from '../../gamebook/gamebook.ts'
import type { StoryEvent } from './event.ts'

/**
 * What a rule does, as a decision tree: which variables it reads, which arguments and dice it takes, and what it then
 * writes. The engine is the only source: each path is one of its runs, in which every read was recorded. Nothing else
 * can change what the rule does.
 */
export interface Program {
  /** Its position in `Programs.programs`. */
  readonly index: number
  readonly subject: Subject
  /** Null before the first run. Trees grow as runs are asked for. */
  root: Tree | null
}

export type Subject =
  /** The player's answers before the first page. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'function'; readonly fn: GamebookFunction }
  /** `trigger` is a position in `Programs.triggers`. Leaves have an `answer`. */
  | { readonly kind: 'condition'; readonly trigger: number }
  | { readonly kind: 'effect'; readonly trigger: number; readonly effect: number }
  /** Something that is only looked at between two calls, and writes nothing: an invariant, a goal, who is visible. */
  | { readonly kind: 'observer'; readonly name: string; readonly seesEndings: boolean }

export type Tree = Test | Choice | Leaf

/** A read of a variable. */
export interface Test {
  readonly kind: 'test'
  /** The index of the variable. */
  readonly variable: number
  /** The branch of a value, by the number of the value. A branch stands for all values that lead to it. */
  readonly branchOf: (value: number) => number
  readonly branches: Map<number, Tree>
}

/** An argument, an answer or a roll, chosen by the player or by chance. */
export interface Choice {
  readonly kind: 'choice'
  readonly options: ChoiceOptions
  /** By the position of the option. */
  readonly branches: (Tree | undefined)[]
}

export type ChoiceOptions =
  | { readonly kind: 'argument'; readonly parameter: string; readonly values: readonly Json[] }
  | { readonly kind: 'dice'; readonly values: readonly (readonly number[])[] }

export interface Leaf {
  readonly kind: 'leaf'
  /** None if the call or effect was refused. */
  readonly writes: readonly Write[]
  /** What `events.ended` takes; null if it doesn't end the story. */
  readonly ended: string | null
  /** Whether the story starts over; `writes` then follow the start state. */
  readonly resets: boolean
  /** The code of the refusal; null if there was none. A refused leaf changes nothing. */
  readonly refusal: string | null
  /** The result of a condition; null for other subjects and for a condition that fails. */
  readonly answer: boolean | null
  /** What happened in the run. */
  readonly events: readonly StoryEvent[]
}

export type Write =
  | { readonly kind: 'set'; readonly variable: number; readonly value: number }
  /** The variable was not read: the sum is clamped to `min` and `max`. */
  | {
      readonly kind: 'add'
      readonly variable: number
      readonly amount: number
      readonly min: number
      readonly max: number
    }

/** Whether a program also runs in states in which the story has ended. */
export function runsAfterEnd({ subject }: Program): boolean {
  return subject.kind === 'observer' && subject.seesEndings
}
