import type { Cone, ConeLeaf, ConeNode } from '../cone/cone.ts'
import { leavesOf } from '../cone/walkNodes.ts'
import type { Diagram } from './diagrams.ts'
import type { ProgramSets } from './programSets.ts'
import { TriggerSets, type Alternative } from './triggerSets.ts'

/** A leaf of a call, or the effects of triggers that are due together. */
export interface Action {
  /** The triggers; none for a call. */
  readonly due: readonly number[]
  readonly parts: readonly ConeNode[]
  /** The triggers that can be due after it. */
  readonly woken: readonly number[]
  /** What was found to follow, by which triggers of `woken` were on before. */
  readonly courses: Map<string, Course>
}

/** What can follow if certain triggers were on before. */
export interface Course {
  readonly on: ReadonlySet<number>
  readonly woken: readonly number[]
  readonly results: Map<string, Result>
}

/** An outcome of the evaluation of all conditions. */
export interface Result {
  /** One for each trigger of `woken`. */
  readonly alternatives: readonly Alternative[]
  /** Null if nothing is due, so that the next call can follow. */
  readonly next: Action | null
}

/** All calls and combinations of due triggers that were met, with what followed. */
export class Courses {
  readonly triggers: readonly TriggerSets[]
  /** What follows if no trigger is on: at the start, and after a reset. */
  readonly fromStart: Course
  private readonly endingGoals: ReadonlySet<number>
  private readonly calls = new Map<ConeLeaf, Action>()
  private readonly rounds = new Map<string, Action>()

  constructor(cone: Cone, sets: ProgramSets) {
    this.triggers = cone.triggers.map((trigger) => new TriggerSets(cone, trigger, sets))
    this.endingGoals = new Set([...cone.goals.keys()].filter((goal) => cone.goals[goal]?.startsWith('ended ') === true))
    this.fromStart = { on: new Set(), woken: [...this.triggers.keys()], results: new Map() }
  }

  /** Whether a goal is that the story ends in some manner. */
  isEnding(goal: number): boolean {
    return this.endingGoals.has(goal)
  }

  callOf(leaf: ConeLeaf): Action {
    let action = this.calls.get(leaf)
    if (action === undefined) {
      action = this.createAction([], [leaf])
      this.calls.set(leaf, action)
    }
    return action
  }

  /** The effects of triggers that are due together. */
  roundOf(due: readonly number[]): Action {
    const key = due.join()
    let action = this.rounds.get(key)
    if (action === undefined) {
      action = this.createAction(
        due,
        due.flatMap((index) => this.triggers[index]?.trigger.effects ?? []),
      )
      this.rounds.set(key, action)
    }
    return action
  }

  allRounds(): Iterable<Action> {
    return this.rounds.values()
  }

  /** The states of a set by the triggers that were on before an action. */
  courseOf(action: Action, on: readonly number[]): Course {
    const key = on.join()
    let course = action.courses.get(key)
    if (course === undefined) {
      course = { on: new Set(on), woken: action.woken, results: new Map() }
      action.courses.set(key, course)
    }
    return course
  }

  /** What has to be set for triggers that have fired, as cubes. */
  firedBy({ due }: Action): readonly Diagram[] {
    return due.flatMap((index) => this.triggers[index]?.fired ?? [])
  }

  private createAction(due: readonly number[], parts: readonly ConeNode[]): Action {
    const leaves = parts.flatMap(leavesOf)
    const woken = [...this.triggers.keys()].filter((index) => this.triggers[index]?.isWokenBy(leaves) === true)
    return { due, parts, woken, courses: new Map() }
  }
}

/** A call that changes nothing is not followed by triggers. */
export function isIdle({ writes, ended, resets }: ConeLeaf): boolean {
  return writes.length === 0 && ended === 0 && !resets
}
