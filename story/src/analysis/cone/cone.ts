import type { Json } from '../../json.ts'
import type { StoryEvent } from '../programs/event.ts'
import type { Leaf, Program, Write } from '../programs/program.ts'
import type { Programs } from '../programs/programs.ts'
import type { Deadline } from '../verdict/deadline.ts'
import type { Reason } from '../verdict/reason.ts'

/**
 * The part of a gamebook that can decide a question (its cone of influence): reduced programs over the variables that
 * matter. Two states that agree in these variables are the same for the question.
 */
export interface Cone {
  /** When whoever works with the cone has to end. */
  readonly deadline: Deadline
  /** Indexes of `Programs.variables`, ascending. */
  readonly variables: readonly number[]
  /** The rules of the player: functions, and observers of a goal. Those that do nothing here are left out. */
  readonly programs: readonly ConeProgram[]
  readonly opening: ConeNode
  /** In the order of evaluation. */
  readonly triggers: readonly ConeTrigger[]
  /** What the numbers of `ConeLeaf.ended` stand for, from 1: what `events.ended` takes. */
  readonly endings: readonly string[]
  /** The events that the question asks for. A question can ask for many at once; each makes the cone larger. */
  readonly goals: readonly StoryEvent[]
  /** The value that stands for all values that the cone can't tell apart. */
  readonly representative: (variable: number, value: number) => number
  /** All values of a variable, by number: the representatives only. */
  readonly valuesOf: (variable: number) => readonly number[]
  /** The value after an addition, as a representative. */
  readonly add: (write: Extract<Write, { kind: 'add' }>, value: number) => number
  /**
   * All values after a write, as representatives. There are several only where one value stands for all numbers beyond
   * the last constant, of a number that grows without end: coming back from there can lead to any value near it. There
   * are none where play leads to a value that the cone doesn't contain: then `reasons` say so.
   */
  readonly valuesAfter: (write: Write, value: number) => readonly number[]
  /** Why claims about the cone may be unknown: reasons of the programs and variables in it. */
  readonly reasons: readonly Reason[]
  /** The same for a prover that takes the worst of all `valuesAfter`: numbers that grow without end are then no reason. */
  readonly reasonsWithSums: readonly Reason[]
}

/** A cone of a gamebook. */
export interface GamebookCone extends Cone {
  readonly source: Programs
  /** What becomes of a leaf of a program in this cone. */
  readonly reduceLeaf: (program: Program, leaf: Leaf) => ConeLeaf
  /** The representative of a value that play gives to a variable; null if the cone doesn't know it. */
  readonly find: (variable: number, value: Json) => number | null
}

export interface ConeProgram {
  readonly program: Program
  readonly root: ConeNode
}

export interface ConeTrigger {
  readonly id: string
  readonly condition: ConeNode
  /** In order. Effects that do nothing here are left out. */
  readonly effects: readonly ConeNode[]
  /** The variable that says whether it has fired; null unless it fires once. */
  readonly firedVariable: number | null
  /** The variable that remembers its condition; null where the condition itself says it. */
  readonly onVariable: number | null
}

/** Equal nodes are the same object. */
export type ConeNode = ConeTest | ConeChoice | ConeLeaf

export interface ConeTest {
  readonly kind: 'test'
  readonly id: number
  readonly variable: number
  /** By the number of the value: all values that the variable can have. */
  readonly branches: ReadonlyMap<number, ConeNode>
  /** The different branches. */
  readonly kids: readonly ConeNode[]
}

export interface ConeChoice {
  readonly kind: 'choice'
  readonly id: number
  readonly kids: readonly ConeNode[]
}

export interface ConeLeaf {
  readonly kind: 'leaf'
  readonly id: number
  /** To variables of the cone, ascending. */
  readonly writes: readonly Write[]
  /** 0 if it doesn't end the story, else a number of `Cone.endings`. */
  readonly ended: number
  readonly resets: boolean
  readonly answer: boolean | null
  /** The events that the question asks for and that happen here: positions in `Cone.goals`, ascending. */
  readonly goals: readonly number[]
}
