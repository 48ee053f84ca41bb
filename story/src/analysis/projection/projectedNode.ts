/** A program as it looks when only some variables are seen: the visible ones. */
export type ProjectedNode = VisibleTest | HiddenTest | ProjectedChoice | ProjectedLeaf

export interface VisibleTest {
  readonly kind: 'visible'
  readonly id: number
  /** The position of the variable in a state. */
  readonly place: number
  readonly branches: ReadonlyMap<number, ProjectedNode>
}

/** A test of a variable that isn't seen, so each of its branches is possible. */
export interface HiddenTest {
  readonly kind: 'hidden'
  readonly id: number
  readonly variable: number
  readonly kids: readonly ProjectedNode[]
}

export interface ProjectedChoice {
  readonly kind: 'choice'
  readonly id: number
  readonly kids: readonly ProjectedNode[]
}

export interface ProjectedLeaf {
  readonly kind: 'leaf'
  readonly id: number
  /** To visible variables. */
  readonly writes: readonly ProjectedWrite[]
  /** The triggers whose conditions test what is written, seen or not: positions in the projected cone, ascending. */
  readonly wakes: readonly number[]
  readonly ended: number
  readonly resets: boolean
  readonly answer: boolean | null
  readonly goals: readonly number[]
  /** Whether nothing that is seen follows from a call to it, but its goals. */
  readonly isIdle: boolean
}

export interface ProjectedWrite {
  readonly place: number
  /** The variable, if several of its values look alike; else null. */
  readonly blurred: number | null
  /** Several where it isn't known which of them it is. */
  readonly valuesAfter: (value: number) => readonly number[]
}

export interface ProjectedTrigger {
  readonly id: string
  readonly condition: ProjectedNode
  readonly effects: readonly ProjectedNode[]
  readonly fired: Flag | null
  readonly on: Flag | null
}

/** A variable that notes something about a trigger. */
export interface Flag {
  readonly variable: number
  /** Its position in a state; null if it isn't seen. */
  readonly place: number | null
  readonly unset: number
  readonly set: number
}

/** A state of a projection: the values of the visible variables, then the number of the ending. */
export type ProjectedState = Int32Array
