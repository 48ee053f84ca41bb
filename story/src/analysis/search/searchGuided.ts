import type { Transitions } from '../cone/transitions.ts'
import type { Reason } from '../verdict/reason.ts'
import { levelOf } from './costLevel.ts'
import { FactSet } from './factSet.ts'
import type { EstimateCalls } from './relaxedPlan.ts'
import type { IsMet } from './searchGoal.ts'
import { limitReached, statesReached, type SearchLimits } from './searchLimits.ts'
import { SearchTree, type Occurrence } from './searchTree.ts'
import type { StateFacts } from './stateFacts.ts'

export interface GuidedTask {
  readonly transitions: Transitions
  readonly stateFacts: StateFacts
  readonly estimate: EstimateCalls
  readonly isMet: IsMet
}

export interface GuidedSearch {
  readonly tree: SearchTree
  readonly outcome: GuidedOutcome
  /** The first state in which the story goes on but from which the goal can't be met; null if there was none. */
  readonly deadEnd: number | null
}

export type GuidedOutcome =
  /** A path, not always the shortest. */
  | { readonly kind: 'found'; readonly at: Occurrence }
  /** All states from which the goal could be met were searched, so it can't. */
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'stopped'; readonly reason: Reason }

/**
 * Looks for a path to a goal: first from states with the lowest estimate, in turn with those that show something new
 * among states with their estimate.
 */
export function searchGuided(task: GuidedTask, limits: SearchLimits): GuidedSearch {
  const { transitions, estimate, isMet } = task
  const tree = new SearchTree(transitions, limits)
  const open = new OpenStates(task.stateFacts)
  let deadEnd: number | null = null
  return { tree, outcome: search(), deadEnd }

  function search(): GuidedOutcome {
    return begin() ?? goOn()
  }

  function begin(): GuidedOutcome | null {
    for (const { state, goals } of transitions.starts()) {
      const number = tree.add(state, -1, 0)
      if (number === -1) return { kind: 'stopped', reason: statesReached(tree.size) }
      if (isMet(state, goals)) return { kind: 'found', at: { state: number, step: null } }
    }
    for (let state = 0; state < tree.size; state += 1) {
      const found = consider(state)
      if (found !== null) return found
    }
    return null
  }

  function goOn(): GuidedOutcome {
    for (let state = open.take(); state !== -1; state = open.take()) {
      const reason = limitReached(limits, tree.size, tree.bytes)
      if (reason !== null) return { kind: 'stopped', reason }
      const found = expand(state)
      if (found !== null) return found
    }
    return { kind: 'exhausted' }
  }

  function expand(state: number): GuidedOutcome | null {
    for (const [position, { next, goals }] of transitions.stepsFrom(tree.states.get(state)).entries()) {
      if (isMet(next, goals)) return { kind: 'found', at: { state, step: position } }
      const size = tree.size
      const reached = tree.add(next, state, position)
      if (reached === -1) return { kind: 'stopped', reason: statesReached(size) }
      const found = reached === size ? consider(reached) : null
      if (found !== null) return found
    }
    return null
  }

  function consider(number: number): GuidedOutcome | null {
    const state = tree.states.get(number)
    if (transitions.isEnded(state)) return expand(number)
    const calls = estimate(state)
    if (calls === Infinity) deadEnd ??= number
    else open.put(number, state, calls)
    return null
  }
}

/** The states that were found but not yet searched. */
class OpenStates {
  private readonly stateFacts: StateFacts
  private readonly all = new BucketQueue()
  private readonly surprising = new BucketQueue()
  private readonly shown = new Map<number, FactSet>()
  private readonly taken = new FactSet(0)
  private isTurnOfAll = false

  constructor(stateFacts: StateFacts) {
    this.stateFacts = stateFacts
  }

  put(number: number, state: Int32Array, calls: number): void {
    const level = levelOf(calls)
    this.all.put(number, level)
    if (this.showsNew(state, level)) this.surprising.put(number, level)
  }

  /** -1 if there is none left. */
  take(): number {
    for (;;) {
      this.isTurnOfAll = !this.isTurnOfAll
      const [first, second] = this.isTurnOfAll ? [this.all, this.surprising] : [this.surprising, this.all]
      const taken = first.take() ?? second.take()
      if (taken === undefined) return -1
      if (this.taken.add(taken)) return taken
    }
  }

  private showsNew(state: Int32Array, level: number): boolean {
    const shown = this.shown.get(level) ?? new FactSet(this.stateFacts.count)
    this.shown.set(level, shown)
    let isNew = false
    state.forEach((value, position) => {
      if (shown.add(this.stateFacts.of(position, value))) isNew = true
    })
    return isNew
  }
}

interface Bucket {
  readonly numbers: number[]
  next: number
}

/** Numbers by level: the lowest first, then in the order in which they came. */
class BucketQueue {
  private readonly buckets: (Bucket | undefined)[] = []
  private lowest = 0

  put(number: number, level: number): void {
    const bucket = this.buckets[level]
    if (bucket === undefined) this.buckets[level] = { numbers: [number], next: 0 }
    else bucket.numbers.push(number)
    if (level < this.lowest) this.lowest = level
  }

  take(): number | undefined {
    for (; this.lowest < this.buckets.length; this.lowest += 1) {
      const bucket = this.buckets[this.lowest]
      const number = bucket?.numbers[bucket.next]
      if (bucket === undefined || number === undefined) {
        this.buckets[this.lowest] = undefined
        continue
      }
      bucket.next += 1
      return number
    }
    return undefined
  }
}
