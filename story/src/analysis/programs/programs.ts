import type { Condition } from '../../expressions/expression.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Choice, Leaf, Program } from './program.ts'
import type { StateVariable } from './stateVariable.ts'
import type { Variable } from './variable.ts'

/** A gamebook as programs: everything that its rules can do. */
export interface Programs {
  readonly gamebook: Gamebook
  /** When whoever works with the programs has to end. */
  readonly deadline: Deadline
  /** Grows as runs read and write more of the state. */
  readonly variables: readonly StateVariable[]
  readonly programs: readonly Program[]
  /** What reveals a secret comes before the triggers of the author, as in the engine. */
  readonly triggers: readonly TriggerPrograms[]
  /** The conditions that runs have evaluated; `events.condition` takes their positions. */
  readonly conditions: readonly Condition[]
  /**
   * Runs a program once and adds the run to its tree. `pick` gives the number of a value for each variable that the run
   * reads, `choose` the position of an option for each choice.
   */
  readonly extend: (program: Program, pick: (variable: number) => number, choose: (choice: Choice) => number) => Leaf
  /** A variable, which is added if no run has read or written it. */
  readonly variableOf: (variable: Variable) => StateVariable
  /** Why the tree of a program doesn't show everything that the rule can do. */
  readonly reasonsOf: (program: Program) => readonly Reason[]
}

export interface TriggerPrograms {
  /** `cellar#1`, or `ghost#reveal_when` for what reveals a secret. */
  readonly id: string
  readonly kind: 'trigger' | 'reveal'
  readonly condition: Program
  readonly effects: readonly Program[]
  /** The variable that says whether it has fired; null unless it fires once. */
  readonly firedVariable: number | null
  /**
   * The variable that says whether its condition was true when it was last evaluated. No run reads or writes it. Null
   * for a reveal, which doesn't remember it.
   */
  readonly onVariable: number | null
}
