import type { ConeLeaf } from '../cone/cone.ts'
import { isIdle, type Action, type Course, type Courses } from './courses.ts'
import { ALL, EMPTY, type Diagram } from './diagrams.ts'
import type { ProgramSets } from './programSets.ts'

/** What a call should lead to. */
export interface Target {
  /** States between two calls. */
  readonly states: Diagram
  /** A goal that may also be met on the way; null for none. */
  readonly goal: number | null
}

/** The states from which calls lead to a target. Follows the courses that were met on the way forward. */
export class BackwardRounds {
  private readonly sets: ProgramSets
  private readonly courses: Courses
  private readonly target: Target
  /** The states from which the effects of a round lead to the target. */
  private readonly found = new Map<Action, Diagram>()
  /** The states after a reset from which the target is reached. */
  private afterReset = EMPTY

  constructor(sets: ProgramSets, courses: Courses, target: Target) {
    this.sets = sets
    this.courses = courses
    this.target = target
    this.findRounds()
  }

  before(leaf: ConeLeaf): Diagram {
    if (!isIdle(leaf)) return this.beforeAction(this.courses.callOf(leaf))
    const { goal } = this.target
    return goal !== null && leaf.goals.includes(goal) ? ALL : EMPTY
  }

  /** Rounds can lead to each other, so this goes on until nothing is new. */
  private findRounds(): void {
    for (let isNew = true; isNew;) {
      isNew = false
      const afterReset = this.beforeEvaluation(this.courses.fromStart)
      isNew ||= afterReset !== this.afterReset
      this.afterReset = afterReset
      for (const round of this.courses.allRounds()) {
        const before = this.beforeAction(round)
        isNew ||= before !== (this.found.get(round) ?? EMPTY)
        this.found.set(round, before)
      }
    }
  }

  private beforeAction(action: Action): Diagram {
    const { diagrams } = this.sets
    const fired = this.courses.firedBy(action)
    let found = EMPTY
    for (const course of action.courses.values()) {
      const guarded = action.woken.reduce((set, index) => {
        const on = this.courses.triggers[index]?.on ?? EMPTY
        return course.on.has(index) ? diagrams.and(set, on) : diagrams.without(set, on)
      }, ALL)
      const acted = action.parts.reduceRight(
        (set, part) => this.sets.gather(part, (leaf) => this.beforeLeaf(leaf, set)),
        this.beforeEvaluation(course),
      )
      const before = fired.reduce((set, cube) => diagrams.restrict(set, cube), acted)
      found = diagrams.or(found, diagrams.and(before, guarded))
    }
    return found
  }

  private beforeLeaf(leaf: ConeLeaf, set: Diagram): Diagram {
    const { sets, target } = this
    if (target.goal !== null && leaf.goals.includes(target.goal)) return ALL
    if (!leaf.resets) return sets.before(leaf, set)
    return sets.diagrams.and(sets.afterReset(leaf), this.afterReset) === EMPTY ? EMPTY : ALL
  }

  private beforeEvaluation(course: Course): Diagram {
    const { diagrams } = this.sets
    let found = EMPTY
    for (const { alternatives, next } of course.results.values()) {
      const after = next === null ? this.target.states : (this.found.get(next) ?? EMPTY)
      const before = alternatives.reduce((set, { memory }) => diagrams.restrict(set, memory), after)
      found = diagrams.or(
        found,
        alternatives.reduce((set, { states }) => diagrams.and(set, states), before),
      )
    }
    const { goal } = this.target
    if (goal === null) return found
    return course.woken.reduce((set, index) => {
      return diagrams.or(set, this.courses.triggers[index]?.goals.get(goal) ?? EMPTY)
    }, found)
  }
}
