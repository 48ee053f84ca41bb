import type { ConeState, ConeStep, Transitions } from '../cone/transitions.ts'
import { IntList } from './intList.ts'
import type { SearchLimits } from './searchLimits.ts'
import { StateSet } from './stateSet.ts'

/** Calls that were found, from one of the states after the opening. */
export interface ConePath {
  readonly start: ConeState
  readonly steps: readonly ConeStep[]
}

/** Where something was met: in a state, or in a step from it. `step` is a position in `Transitions.stepsFrom`. */
export interface Occurrence {
  readonly state: number
  readonly step: number | null
}

/** The states that a search has found, each with the step that led to it first. */
export class SearchTree {
  readonly transitions: Transitions
  readonly states: StateSet
  /** The previous state of each; -1 for a start. */
  private readonly parents = new IntList()
  private readonly steps = new IntList()

  constructor(transitions: Transitions, { maxStates, maxBytes }: SearchLimits) {
    this.transitions = transitions
    this.states = new StateSet(transitions.width, maxStates, maxBytes)
  }

  get size(): number {
    return this.states.size
  }

  get bytes(): number {
    return this.states.bytes + this.parents.bytes + this.steps.bytes
  }

  /**
   * The number of a state: the size before if it is new. -1 if the tree is full. The parent of a start is -1; `step` is
   * as in `Occurrence`.
   */
  add(state: ConeState, parent: number, step: number): number {
    const size = this.states.size
    const number = this.states.add(state)
    if (number === size) {
      this.parents.push(parent)
      this.steps.push(step)
    }
    return number
  }

  /** -1 for a start. */
  parentOf(state: number): number {
    return this.parents.at(state)
  }

  isEnded(state: number): boolean {
    return this.transitions.isEnded(this.states.get(state))
  }

  /** The step to a state from its parent; null for a start. */
  stepTo(state: number): ConeStep | null {
    const parent = this.parentOf(state)
    return parent === -1 ? null : this.stepFrom(parent, this.steps.at(state))
  }

  pathTo(state: number): ConePath {
    const steps: ConeStep[] = []
    let at = state
    for (let step = this.stepTo(at); step !== null; step = this.stepTo(at)) {
      steps.push(step)
      at = this.parentOf(at)
    }
    return { start: this.states.get(at), steps: steps.reverse() }
  }

  /** How many steps lead to a state. */
  depthOf(state: number): number {
    let depth = 0
    for (let at = this.parentOf(state); at !== -1; at = this.parentOf(at)) depth += 1
    return depth
  }

  /** The steps that lead from one state to another, with their positions in `Transitions.stepsFrom`. */
  stepsBetween(from: number, to: number): readonly (readonly [number, ConeStep])[] {
    const steps = this.transitions.stepsFrom(this.states.get(from))
    return [...steps.entries()].filter(([, { next }]) => this.states.find(next) === to)
  }

  pathToOccurrence({ state, step }: Occurrence): ConePath {
    const path = this.pathTo(state)
    return step === null ? path : { ...path, steps: [...path.steps, this.stepFrom(state, step)] }
  }

  /** The step with a position in `Transitions.stepsFrom`. */
  stepFrom(state: number, position: number): ConeStep {
    const step = this.transitions.stepsFrom(this.states.get(state))[position]
    if (step === undefined) throw new RangeError(`There is no step ${position} from state ${state}.`)
    return step
  }
}
