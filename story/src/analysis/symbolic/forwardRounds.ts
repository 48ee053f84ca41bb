import type { ConeLeaf, ConeNode } from '../cone/cone.ts'
import { isIdle, type Action, type Course, type Courses } from './courses.ts'
import { EMPTY, type Diagram } from './diagrams.ts'
import type { ProgramSets } from './programSets.ts'
import { SymbolicLimit } from './symbolicLimit.ts'
import type { Alternative } from './triggerSets.ts'

const MAX_ROUNDS = 16

/**
 * What follows from calls, on sets of states. Which triggers were on before is told apart case by case, so no set needs
 * bits for it.
 */
export class ForwardRounds {
  /** The goals that were met, by position. */
  readonly goals = new Set<number>()
  private readonly sets: ProgramSets
  private readonly courses: Courses

  constructor(sets: ProgramSets, courses: Courses) {
    this.sets = sets
    this.courses = courses
  }

  /** The states after the opening. */
  open(opening: ConeNode): Diagram {
    const { continued, reset } = this.perform(opening, this.sets.start())
    return this.evaluate(this.courses.fromStart, this.sets.diagrams.or(continued, reset), 0)
  }

  /** The states between two calls after a call that gets to a leaf. */
  after(leaf: ConeLeaf, set: Diagram): Diagram {
    if (!isIdle(leaf)) return this.follow(this.courses.callOf(leaf), set, 0)
    this.noteGoals(leaf, set)
    return set
  }

  private follow(action: Action, set: Diagram, round: number): Diagram {
    const { diagrams } = this.sets
    const { triggers } = this.courses
    let found = EMPTY
    const split = (position: number, states: Diagram, on: readonly number[]): void => {
      if (states === EMPTY) return
      const index = action.woken[position]
      const trigger = index === undefined ? undefined : triggers[index]
      if (index === undefined || trigger === undefined) {
        found = diagrams.or(found, this.act(action, this.courses.courseOf(action, on), states, round))
        return
      }
      split(position + 1, diagrams.and(states, trigger.on), [...on, index])
      split(position + 1, diagrams.without(states, trigger.on), on)
    }
    split(0, set, [])
    return found
  }

  private act(action: Action, course: Course, states: Diagram, round: number): Diagram {
    const { diagrams } = this.sets
    let at = this.courses.firedBy(action).reduce((set, cube) => diagrams.assign(set, cube), states)
    let reset = EMPTY
    for (const part of action.parts) {
      const outcome = this.perform(part, at)
      at = outcome.continued
      reset = diagrams.or(reset, outcome.reset)
    }
    return diagrams.or(this.evaluate(course, at, round), this.evaluate(this.courses.fromStart, reset, round))
  }

  private perform(part: ConeNode, set: Diagram): { readonly continued: Diagram; readonly reset: Diagram } {
    const { sets } = this
    let continued = EMPTY
    let reset = EMPTY
    for (const [leaf, states] of sets.split(part, set)) {
      this.noteGoals(leaf, states)
      if (leaf.resets) reset = sets.diagrams.or(reset, sets.afterReset(leaf))
      else continued = sets.diagrams.or(continued, sets.after(leaf, states))
    }
    return { continued, reset }
  }

  /** A story ends only once. */
  private noteGoals(leaf: ConeLeaf, states: Diagram): void {
    const isEnded = this.sets.diagrams.and(states, this.sets.running) === EMPTY
    for (const goal of leaf.goals) if (!isEnded || !this.courses.isEnding(goal)) this.goals.add(goal)
  }

  /** Evaluates all conditions, and goes on with the triggers that are due. */
  private evaluate(course: Course, set: Diagram, round: number): Diagram {
    const { diagrams } = this.sets
    const { triggers } = this.courses
    let found = EMPTY
    const split = (position: number, states: Diagram, alternatives: readonly Alternative[]): void => {
      if (states === EMPTY) return
      const index = course.woken[position]
      const trigger = index === undefined ? undefined : triggers[index]
      if (index === undefined || trigger === undefined) {
        found = diagrams.or(found, this.finish(course, states, alternatives, round))
        return
      }
      for (const [goal, meeting] of trigger.goals)
        if (!this.goals.has(goal) && diagrams.and(states, meeting) !== EMPTY) this.goals.add(goal)
      for (const alternative of course.on.has(index) ? trigger.whenOn : trigger.whenOff)
        split(position + 1, diagrams.and(states, alternative.states), [...alternatives, alternative])
    }
    split(0, set, [])
    return found
  }

  private finish(course: Course, states: Diagram, alternatives: readonly Alternative[], round: number): Diagram {
    const { diagrams } = this.sets
    const due = course.woken.filter((_, position) => alternatives[position]?.isDue === true)
    const key = alternatives.map(({ states: guard, isDue }) => `${guard} ${isDue}`).join()
    let result = course.results.get(key)
    if (result === undefined) {
      result = { alternatives, next: due.length === 0 ? null : this.courses.roundOf(due) }
      course.results.set(key, result)
    }
    const remembered = alternatives.reduce((set, { memory }) => diagrams.assign(set, memory), states)
    if (result.next === null) return remembered
    if (round === MAX_ROUNDS) throw new SymbolicLimit({ kind: 'trigger-limit', triggers: this.idsOf(due) })
    return this.follow(result.next, remembered, round + 1)
  }

  private idsOf(due: readonly number[]): readonly string[] {
    return due.flatMap((index) => this.courses.triggers[index]?.trigger.id ?? [])
  }
}
