import type { GamebookCone } from '../cone/cone.ts'
import { leavesOf } from '../cone/walkNodes.ts'
import { createTransitions, type ConeTransitions } from '../cone/createTransitions.ts'
import type { ConeState } from '../cone/transitions.ts'
import { isGoal, type StoryEvent } from '../programs/event.ts'
import { exploreStates, type Exploration } from '../search/exploreStates.ts'
import { relax, type Relaxation } from '../search/relaxation.ts'
import { estimateCalls } from '../search/relaxedPlan.ts'
import { goalTest, type SearchGoal } from '../search/searchGoal.ts'
import { searchGuided, type GuidedSearch } from '../search/searchGuided.ts'
import type { SearchLimits } from '../search/searchLimits.ts'
import { searchMost } from '../search/searchMost.ts'
import type { NoveltySearch } from '../search/searchNovelty.ts'
import { solveSymbolically, type SymbolicLimits, type SymbolicSolution } from '../symbolic/solveSymbolically.ts'
import type { Reason } from '../verdict/reason.ts'
import type { Prover } from '../verdict/verdict.ts'
import type { Budget } from './budget.ts'

/** Diagrams grow with everything that can be done: with more, they take longer than they are worth. */
const MAX_LEAVES = 1_500

/** The cone of a question, with what is computed for it once. */
export class ConeSearch {
  readonly cone: GamebookCone
  private readonly budget: Budget
  private readonly transitions: ConeTransitions
  private explored: Exploration | null = null
  private relaxed: Relaxation | null = null

  constructor(cone: GamebookCone, budget: Budget) {
    this.budget = budget
    this.cone = cone
    this.transitions = createTransitions(cone)
  }

  /** The position of an event in the question; -1 if the question doesn't ask for it. */
  goalOf(event: StoryEvent): number {
    return this.cone.goals.indexOf(event)
  }

  /** Explores where that nearly always is enough: in small cones, and the first states of others. */
  exploreFirst(): Exploration {
    return this.explore(this.budget.first(this.combinations))
  }

  /** A new exploration only if the last one stopped, and at lower limits. */
  explore(limits: SearchLimits): Exploration {
    const known = this.explored
    if (known !== null && (known.stopped === null || known.tree.size >= limits.maxStates)) return known
    this.explored = exploreStates(this.transitions, limits, (goal) => isGoal(this.cone.goals[goal] ?? ''))
    this.budget.count(this.explored)
    return this.explored
  }

  searchGuided(goal: SearchGoal, limits: SearchLimits): GuidedSearch {
    const { relaxation, transitions } = this
    const estimateState = estimateCalls(relaxation, relaxation.factsOf(goal))
    const estimate = (state: ConeState): number => {
      this.cone.deadline.check()
      return estimateState(state)
    }
    const task = { transitions, stateFacts: relaxation.stateFacts, estimate, isMet: goalTest(this.cone, goal) }
    return searchGuided(task, limits)
  }

  /** Meets as many goals as a few states can. */
  searchMost(limits: SearchLimits): NoveltySearch {
    return searchMost(this.cone, this.transitions, this.relaxation.stateFacts, limits)
  }

  /** All states as decision diagrams. A reason if that is too much. */
  solve(limits: SymbolicLimits): SymbolicSolution | Reason {
    const { programs, triggers } = this.cone
    const roots = [...programs.map(({ root }) => root), ...triggers.flatMap(({ effects }) => effects)]
    const leaves = new Set(roots.flatMap(leavesOf)).size
    return leaves > MAX_LEAVES ? { kind: 'limit', of: 'nodes', value: leaves } : solveSymbolically(this.cone, limits)
  }

  /**
   * Why a prover's claim that something never happens may be wrong; empty if nothing speaks against it. Provers other
   * than the exact one stop by themselves where the engine stops a chain of triggers.
   */
  reasons(by: Prover): readonly Reason[] {
    return by === 'exact' ? this.transitions.reasons() : this.cone.reasonsWithSums.filter(isNoLimit)
  }

  /** The same for a claim that something always remains possible. */
  reasonsAgainstAlways(by: Prover): readonly Reason[] {
    return by === 'symbolic' ? this.cone.reasons.filter(isNoLimit) : this.reasons(by)
  }

  /** Whether play has no other paths than the cone. */
  get hasAllPaths(): boolean {
    return !this.cone.reasonsWithSums.some(isNoLimit)
  }

  /** Whether the states of both cones are the same combinations of values. */
  hasStatesOf({ cone: { variables, valuesOf } }: ConeSearch): boolean {
    return (
      variables.length === this.cone.variables.length &&
      variables.every(
        (variable, index) =>
          variable === this.cone.variables[index] && valuesOf(variable).length === this.cone.valuesOf(variable).length,
      )
    )
  }

  /** How many states there can be. */
  private get combinations(): number {
    const { variables, endings, valuesOf } = this.cone
    return variables.reduce((product, variable) => product * valuesOf(variable).length, 1 + endings.length)
  }

  private get relaxation(): Relaxation {
    this.relaxed ??= relax(this.cone)
    return this.relaxed
  }
}

function isNoLimit({ kind }: Reason): boolean {
  return kind !== 'trigger-limit'
}
