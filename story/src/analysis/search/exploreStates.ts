import { isCall, type ConeState, type Transitions } from '../cone/transitions.ts'
import type { Reason } from '../verdict/reason.ts'
import { IntList } from './intList.ts'
import { limitReached, statesReached, type SearchLimits } from './searchLimits.ts'
import { SearchTree, type Occurrence } from './searchTree.ts'

export interface Exploration {
  /** In the order of their distance from the start, so paths are the shortest. */
  readonly tree: SearchTree
  /** Why the search ended before it was complete; null if it is complete. */
  readonly stopped: Reason | null
  /** The states before this number have all their steps in `edges`. */
  readonly expanded: number
  readonly edges: StateEdges
  /** Where each goal was met with the fewest calls, by its position in `Cone.goals`. */
  readonly goals: ReadonlyMap<number, Occurrence>
  /** The first state of each ending, by its number. */
  readonly endings: ReadonlyMap<number, number>
}

/** Steps between states, without those that lead back to the same state. */
export interface StateEdges {
  readonly from: IntList
  readonly to: IntList
  /** The states from which a step meets one of the lasting goals, by the position of the goal. */
  readonly meeting: ReadonlyMap<number, IntList>
}

/**
 * Finds all states of a cone, breadth first.
 * @param isLasting whether it matters from which states a goal can be met: by its position
 */
export function exploreStates(
  transitions: Transitions,
  limits: SearchLimits,
  isLasting: (goal: number) => boolean = () => true,
): Exploration {
  const tree = new SearchTree(transitions, limits)
  const from = new IntList()
  const to = new IntList()
  const meeting = new Map<number, IntList>()
  const goals = new Map<number, Occurrence>()
  const endings = new Map<number, number>()
  /** The calls to where each goal was met. */
  const fewest = new Map<number, number>()
  let stopped: Reason | null = null
  let expanded = 0
  /** The number of calls to the states that are expanded now. */
  let distance = 0

  for (const { state, goals: met } of transitions.starts()) {
    const number = arrive(state, -1, 0)
    if (number === -1) stopped = statesReached(tree.size)
    else for (const goal of met) noteGoal(goal, { state: number, step: null }, 0)
  }
  let nextLevel = tree.size
  while (expanded < tree.size && stopped === null) {
    if (expanded === nextLevel) {
      distance += 1
      nextLevel = tree.size
    }
    const bytes = tree.bytes + from.bytes + to.bytes
    stopped = limitReached(limits, tree.size, bytes) ?? expand(expanded)
    if (stopped === null) expanded += 1
  }
  return { tree, stopped, expanded, edges: { from, to, meeting }, goals, endings }

  function expand(number: number): Reason | null {
    const state = tree.states.get(number)
    for (const [position, step] of transitions.stepsFrom(state).entries()) {
      const { next, goals: met } = step
      for (const goal of met) {
        noteGoal(goal, { state: number, step: position }, distance + Number(isCall(step)))
        if (isLasting(goal)) noteMeeting(goal, number)
      }
      const reached = arrive(next, number, position)
      if (reached === -1) return statesReached(tree.size)
      if (reached === number) continue
      from.push(number)
      to.push(reached)
    }
    return null
  }

  function arrive(state: ConeState, parent: number, step: number): number {
    const number = tree.add(state, parent, step)
    const ending = state.at(-1) ?? 0
    if (number !== -1 && ending !== 0 && !endings.has(ending)) endings.set(ending, number)
    return number
  }

  /** What is only seen in a state needs no further call, so it can be nearer than what a call did that was found before. */
  function noteGoal(goal: number, occurrence: Occurrence, calls: number): void {
    if (calls >= (fewest.get(goal) ?? Infinity)) return
    fewest.set(goal, calls)
    goals.set(goal, occurrence)
  }

  function noteMeeting(goal: number, number: number): void {
    const list = meeting.get(goal) ?? new IntList()
    if (list.length === 0 || list.at(list.length - 1) !== number) list.push(number)
    meeting.set(goal, list)
  }
}
