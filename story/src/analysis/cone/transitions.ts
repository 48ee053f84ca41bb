import type { ConeLeaf, ConeProgram } from './cone.ts'

/**
 * A state of a cone between two calls: the value numbers of its variables, in the order of `Cone.variables`, then the
 * number of the ending (0 while the story runs).
 */
export type ConeState = Int32Array

/** A call and all that follows from it. */
export interface ConeStep {
  readonly program: ConeProgram
  /** What the call did, before triggers. */
  readonly leaf: ConeLeaf
  readonly next: ConeState
  /** The events of the question that happened in the call or in a trigger after it: positions in `Cone.goals`. */
  readonly goals: readonly number[]
}

/** Whether a step is a call. All others are only seen in a state. */
export function isCall({ program }: ConeStep): boolean {
  return program.program.subject.kind === 'function'
}

/** A state after the opening, and the events of the question that happened before it. */
export interface ConeStart {
  readonly state: ConeState
  readonly goals: readonly number[]
}

/** What can happen in a cone, one call after the other, with all dice and all triggers. */
export interface Transitions {
  /** The length of a state. */
  readonly width: number
  readonly starts: () => readonly ConeStart[]
  /**
   * All steps from a state in which the story runs, in the same order each time. Steps that change nothing and meet no
   * goal are left out.
   */
  readonly stepsFrom: (state: ConeState) => readonly ConeStep[]
  readonly isEnded: (state: ConeState) => boolean
}
