import type { ConeState, Transitions } from '../cone/transitions.ts'
import type { Reason } from '../verdict/reason.ts'
import { limitReached, statesReached, type SearchLimits } from './searchLimits.ts'
import { SearchTree, type Occurrence } from './searchTree.ts'
import type { StateFacts } from './stateFacts.ts'

/**
 * Shows much in a few states: a state is kept only if it has a value that no other has shown, or a step to it met a new
 * event. What it doesn't find may still be possible. It can begin again from any state that it kept, with everything
 * new once more: that shows what goes together with the values of this state.
 */
export class NoveltySearch {
  readonly tree: SearchTree
  /** Where each event of the question was met first, by its position in `Cone.goals`. */
  readonly goals = new Map<number, Occurrence>()
  /** The states that were the first with some value, in the order in which they were found. */
  readonly firsts: number[] = []
  private readonly everShown: ShownValues
  private readonly transitions: Transitions
  private readonly stateFacts: StateFacts
  private readonly limits: SearchLimits

  constructor(transitions: Transitions, stateFacts: StateFacts, limits: SearchLimits) {
    this.transitions = transitions
    this.stateFacts = stateFacts
    this.limits = limits
    this.tree = new SearchTree(transitions, limits)
    this.everShown = new ShownValues(stateFacts, this.allPositions)
  }

  private get allPositions(): readonly number[] {
    return [...Array(this.transitions.width).keys()]
  }

  /** Searches until nothing new turns up. Why it ended earlier, or null. */
  search(): Reason | null {
    const starts: number[] = []
    for (const { state, goals } of this.transitions.starts()) {
      const number = this.tree.add(state, -1, 0)
      if (number === -1) return statesReached(this.tree.size)
      this.noteGoals(goals, { state: number, step: null })
      starts.push(number)
    }
    return this.searchFrom(starts, this.allPositions)
  }

  /**
   * The same from some states of the tree, as if only their values had been shown.
   * @param positions the values that count, by their positions in states
   */
  searchFrom(starts: readonly number[], positions: readonly number[]): Reason | null {
    const shown = new ShownValues(this.stateFacts, positions)
    const kept = [...starts]
    for (const number of kept) {
      const state = this.tree.states.get(number)
      shown.add(state)
      if (this.everShown.add(state)) this.firsts.push(number)
      const reason = limitReached(this.limits, this.tree.size, this.tree.bytes)
      if (reason !== null) return reason
      for (const [position, { next, goals }] of this.transitions.stepsFrom(state).entries()) {
        const hasNewGoal = this.noteGoals(goals, { state: number, step: position })
        if (!shown.add(next) && !hasNewGoal) continue
        const reached = this.tree.add(next, number, position)
        if (reached === -1) return statesReached(this.tree.size)
        kept.push(reached)
      }
    }
    return null
  }

  /** Whether one of them was not met before. */
  private noteGoals(goals: readonly number[], occurrence: Occurrence): boolean {
    let isNew = false
    for (const goal of goals) {
      if (this.goals.has(goal)) continue
      this.goals.set(goal, occurrence)
      isNew = true
    }
    return isNew
  }
}

/** The values that states have shown. */
class ShownValues {
  private readonly stateFacts: StateFacts
  private readonly positions: readonly number[]
  private readonly shown: Uint8Array

  constructor(stateFacts: StateFacts, positions: readonly number[]) {
    this.stateFacts = stateFacts
    this.positions = positions
    this.shown = new Uint8Array(stateFacts.count)
  }

  /** Whether the state has a value that none had shown before. */
  add(state: ConeState): boolean {
    let isNew = false
    for (const position of this.positions) {
      const fact = this.stateFacts.of(position, state[position] ?? 0)
      if (this.shown[fact] === 1) continue
      this.shown[fact] = 1
      isNew = true
    }
    return isNew
  }
}
