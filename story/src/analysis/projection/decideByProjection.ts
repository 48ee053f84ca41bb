import type { Cone } from '../cone/cone.ts'
import { leavesOf } from '../cone/walkNodes.ts'
import { statesReached, type SearchLimits } from '../search/searchLimits.ts'
import type { Reason } from '../verdict/reason.ts'
import { chooseVariable, chooseVariableOfTriggers, chooseVariableOnPath } from './chooseVariable.ts'
import { exploreProjection, type ProjectedExploration, type Target } from './exploreProjection.ts'
import { projectCone } from './projectCone.ts'
import { Sight } from './sight.ts'

/** The states of a cone that have these values. */
export interface AlikeStates {
  readonly variables: readonly number[]
  /** A value for each of the variables. */
  readonly values: readonly number[]
}

/** Whether the target can be reached from every state in which the story runs. */
export type AlwaysDecision =
  | { readonly kind: 'always'; readonly variables: readonly number[]; readonly states: number }
  /** From none of these states, and from all others. Play comes to at least one of them. */
  | { readonly kind: 'locked'; readonly locked: readonly AlikeStates[]; readonly states: number }
  | { readonly kind: 'open'; readonly reason: Reason; readonly states: number }

export interface ProjectionOptions {
  readonly limits: SearchLimits
  /** Searches a play to one of these states. If there is one, nothing more has to be decided. */
  readonly isPlayed?: (locked: readonly AlikeStates[]) => boolean
  /** Called with each projection that was explored. */
  readonly onProjection?: (exploration: ProjectedExploration) => void
}

const MAX_LOCKED = 50

/**
 * Explores the states of a few variables and takes all others at their worst. As long as that leaves something open,
 * more is seen of the variable that most often decides it.
 */
export function decideAlways(cone: Cone, target: Target, options: ProjectionOptions): AlwaysDecision {
  let sight = Sight.ofNothing(cone)
  if (target.kind === 'ending') for (const variable of variablesOfEndings(cone)) sight = sight.with(variable)
  for (;;) {
    cone.deadline.check()
    const exploration = exploreProjection(projectCone(cone, sight), target, options.limits)
    options.onProjection?.(exploration)
    const { stopped, isRunning, canReach, mayReach } = exploration
    const { variables } = exploration.cone
    const states = exploration.states.size
    if (stopped !== null) {
      const hidden = stopped.kind === 'limit' ? null : chooseVariableOfTriggers(cone, sight)
      if (hidden === null) return { kind: 'open', reason: stopped, states }
      sight = sight.with(hidden)
      continue
    }
    const open = Array.from({ length: states }, (_, state) => state).filter((state) => !canReach(state))
    const locked = open.filter((state) => isRunning(state) && !mayReach(state))
    const [first] = locked
    let next: number | null
    if (open.some((state) => isRunning(state) && mayReach(state))) {
      next = chooseVariable(cone, exploration, target, open)
      if (next === null) return { kind: 'open', reason: statesReached(states), states }
    } else if (first === undefined) {
      return { kind: 'always', variables, states }
    } else {
      const alike = locked.slice(0, MAX_LOCKED).flatMap((state) => alikeStates(exploration, state))
      next = options.isPlayed?.(alike) === true ? null : chooseVariableOnPath(cone, exploration, first)
      if (next === null) return { kind: 'locked', locked: alike, states }
    }
    sight = sight.with(next)
  }
}

/** What a state of a projection stands for, with values that play can have. */
function alikeStates({ cone, states }: ProjectedExploration, state: number): readonly AlikeStates[] {
  const { variables } = cone
  let all: readonly (readonly number[])[] = [[]]
  for (const [place, variable] of variables.entries()) {
    const values = cone.sight.valuesLike(variable, states.get(state)[place] ?? 0)
    all = all.flatMap((before) => values.slice(0, MAX_LOCKED).map((value) => [...before, value])).slice(0, MAX_LOCKED)
  }
  return all.map((values) => ({ variables, values }))
}

/** Where a story ends: the variable that most of its last calls write; of several, the one with the most values. */
function variablesOfEndings(cone: Cone): readonly number[] {
  const roots = [...cone.programs.map(({ root }) => root), ...cone.triggers.flatMap(({ effects }) => effects)]
  const counts = new Map<number, number>()
  for (const { ended, writes } of roots.flatMap(leavesOf))
    if (ended > 0) for (const { variable } of writes) counts.set(variable, (counts.get(variable) ?? 0) + 1)
  const sizeOf = (variable: number): number => cone.valuesOf(variable).length
  const [first] = [...counts].sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || sizeOf(right) - sizeOf(left),
  )
  return first === undefined ? [] : [first[0]]
}
