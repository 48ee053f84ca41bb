import type { Condition } from '../../expressions/expression.ts'
import type { Step } from '../steps/step.ts'
import type { StoryEvent } from '../programs/event.ts'
import type { Reasons } from '../verdict/reason.ts'
import type { NotKnown, Possibility, Proof } from '../verdict/verdict.ts'

/** What the checker knows about a gamebook. Findings, walkthroughs and hints all use its verdicts. */
export interface Answers {
  /** Whether an event can happen: shown by a play, proven never to happen, or not known. */
  readonly canHappen: (event: StoryEvent) => Possibility
  /** Whether a condition can have a value when it is evaluated. Null for one that the programs never evaluate. */
  readonly conditionCanBe: (condition: Condition, value: boolean) => Possibility | null
  /** A path to an event. Null if none was found. */
  readonly pathTo: (event: StoryEvent) => Path | null
  /** Whether there are states in which the story goes on and no ending can be reached any longer. */
  readonly softLocks: () => Locks
  /** Whether there are states in which the story goes on and a goal can no longer be met. */
  readonly lostGoals: (goal: number) => Locks
  /** Expressions that fail in play, with a play that shows it. */
  readonly failures: () => readonly Failure[]
  /** Triggers that the engine has to stop, with a play that shows it. */
  readonly triggerLoops: () => readonly TriggerLoop[]
  /** `events.condition` takes their positions. */
  readonly conditions: readonly Condition[]
  readonly effort: () => Effort
}

export interface Path {
  readonly steps: readonly Step[]
  /** Whether no path has fewer calls. */
  readonly isShortest: boolean
}

export type Locks =
  /** There are none. */
  | Proof
  | {
      readonly kind: 'locked'
      /** Plays to such states: the shortest one first, one for each call that leads there, at most a few. */
      readonly paths: readonly (readonly Step[])[]
      /** That nothing leads on from there. */
      readonly proof: Proof
      /** How many states are locked; null if they were not counted. */
      readonly states: number | null
    }
  | NotKnown

export interface Failure {
  /** As the engine reports it: `go_to.enabled`, `ghost.description`. */
  readonly where: string
  readonly steps: readonly Step[]
}

export interface TriggerLoop {
  readonly triggers: readonly string[]
  readonly steps: readonly Step[]
}

/** How much the checker did. */
export interface Effort {
  /** The states that were explored, in all searches together. */
  readonly states: number
  readonly calls: number
  /** How many questions were asked, and which of them have no answer. */
  readonly questions: number
  readonly open: readonly OpenQuestion[]
}

export interface OpenQuestion {
  readonly about: QuestionSubject
  readonly reasons: Reasons
}

export type QuestionSubject =
  /** Whether an event can happen. */
  | { readonly kind: 'event'; readonly event: StoryEvent }
  /** Whether an ending can always be reached. */
  | { readonly kind: 'soft-lock' }
  /** Whether a goal can always still be met, by its position in the gamebook. */
  | { readonly kind: 'goal-lost'; readonly goal: number }
