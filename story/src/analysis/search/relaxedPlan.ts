import type { ConeState } from '../cone/transitions.ts'
import { LEVELS, levelOf, MAX_COST } from './costLevel.ts'
import type { Relaxation, RelaxedAction } from './relaxation.ts'

/**
 * About how many calls a goal is away from a state in which the story runs. Infinity is a proof: the goal can't be met
 * from there.
 */
export type EstimateCalls = (state: ConeState) => number

const UNREACHED = -1

/**
 * Prepares estimates of the calls to a goal. Each fact costs as much as the facts that its cheapest action needs, all
 * added up (the additive heuristic of planning).
 */
export function estimateCalls(relaxation: Relaxation, goalFacts: readonly number[]): EstimateCalls {
  const { facts, actions } = relevantTo(relaxation, goalFacts)
  const { stateFacts, always } = relaxation
  const needed = lists(facts.count, actions, ({ needs }, index, put) =>
    needs.forEach((fact) => put(facts.numberOf(fact), index)),
  )
  const added = lists(actions.length, actions, ({ adds }, index, put) =>
    adds.forEach((fact) => put(index, facts.numberOf(fact))),
  )
  const needs = Int32Array.from(actions, (action) => action.needs.length)
  const costs = Int32Array.from(actions, (action) => action.cost)
  const missing = new Int32Array(actions.length)
  const sums = new Int32Array(actions.length)
  const best = new Int32Array(facts.count)
  const isDone = new Uint8Array(facts.count)
  const isGoal = new Uint8Array(facts.count)
  const goals = [...new Set(goalFacts)].map((fact) => facts.numberOf(fact))
  for (const fact of goals) isGoal[fact] = 1
  const queue = new CostQueue(added.items.length + stateFacts.count + 1)
  const start = facts.numberOf(always)

  return (state) => {
    missing.set(needs)
    sums.set(costs)
    best.fill(UNREACHED)
    isDone.fill(0)
    queue.clear()
    reach(start, 0)
    for (let position = 0; position < state.length; position += 1)
      reach(facts.numberOf(stateFacts.of(position, state[position] ?? 0)), 0)
    let open = goals.length
    let total = 0
    for (let fact = queue.pop(); fact !== UNREACHED; fact = queue.pop()) {
      if (isDone[fact] === 1) continue
      isDone[fact] = 1
      const cost = best[fact] ?? 0
      if (isGoal[fact] === 1) {
        total += cost
        open -= 1
        if (open === 0) return total
      }
      pay(fact, cost)
    }
    return Infinity
  }

  /** Makes the actions that need a fact, once they need nothing more. */
  function pay(fact: number, cost: number): void {
    const end = needed.starts[fact + 1] ?? 0
    for (let index = needed.starts[fact] ?? 0; index < end; index += 1) {
      const action = needed.items[index] ?? 0
      const sum = Math.min(MAX_COST, (sums[action] ?? 0) + cost)
      const left = (missing[action] ?? 0) - 1
      sums[action] = sum
      missing[action] = left
      if (left > 0) continue
      const last = added.starts[action + 1] ?? 0
      for (let other = added.starts[action] ?? 0; other < last; other += 1) reach(added.items[other] ?? 0, sum)
    }
  }

  function reach(fact: number, cost: number): void {
    if (fact === UNREACHED) return
    const before = best[fact] ?? UNREACHED
    if (before !== UNREACHED && before <= cost) return
    best[fact] = cost
    queue.push(fact, cost)
  }
}

/** Facts by the level of their cost, the cheapest first. */
class CostQueue {
  private readonly facts: Int32Array
  /** The next entry with the same cost. */
  private readonly next: Int32Array
  /** By level: its newest entry. */
  private readonly newest = new Int32Array(LEVELS).fill(-1)
  private size = 0
  private lowest = 0
  private highest = -1

  constructor(capacity: number) {
    this.facts = new Int32Array(capacity)
    this.next = new Int32Array(capacity)
  }

  clear(): void {
    this.newest.fill(-1, 0, this.highest + 1)
    this.size = 0
    this.lowest = 0
    this.highest = -1
  }

  /** A cost is never lower than that of the last fact that was taken. */
  push(fact: number, cost: number): void {
    const level = levelOf(cost)
    this.facts[this.size] = fact
    this.next[this.size] = this.newest[level] ?? -1
    this.newest[level] = this.size
    this.size += 1
    if (level > this.highest) this.highest = level
  }

  /** -1 if there is none left. */
  pop(): number {
    while (this.lowest <= this.highest) {
      const entry = this.newest[this.lowest] ?? -1
      if (entry !== -1) {
        this.newest[this.lowest] = this.next[entry] ?? -1
        return this.facts[entry] ?? UNREACHED
      }
      this.lowest += 1
    }
    return UNREACHED
  }
}

interface RelevantPart {
  readonly facts: FactNumbers
  readonly actions: readonly RelaxedAction[]
}

interface FactNumbers {
  readonly count: number
  /** -1 for a fact that doesn't matter. */
  readonly numberOf: (fact: number) => number
}

/** The actions that can help to reach a goal, without what else they add. */
function relevantTo({ factCount, actions }: Relaxation, goalFacts: readonly number[]): RelevantPart {
  const makers = lists(factCount, actions, ({ adds }, index, put) => adds.forEach((fact) => put(fact, index)))
  const numbers = new Int32Array(factCount).fill(-1)
  const isUsed = new Uint8Array(actions.length)
  const pending: number[] = []
  let count = 0
  const note = (fact: number): void => {
    if (numbers[fact] !== -1) return
    numbers[fact] = count
    count += 1
    pending.push(fact)
  }
  goalFacts.forEach(note)
  for (let fact = pending.pop(); fact !== undefined; fact = pending.pop())
    for (let index = makers.starts[fact] ?? 0; index < (makers.starts[fact + 1] ?? 0); index += 1) {
      const action = makers.items[index] ?? 0
      if (isUsed[action] === 1) continue
      isUsed[action] = 1
      actions[action]?.needs.forEach(note)
    }
  const numberOf = (fact: number): number => numbers[fact] ?? -1
  const used = actions
    .filter((_, index) => isUsed[index] === 1)
    .map(({ needs, adds, cost }) => ({
      needs: [...new Set(needs)],
      adds: [...new Set(adds)].filter((fact) => numberOf(fact) !== -1),
      cost,
    }))
  return { facts: { count, numberOf }, actions: used }
}

interface Lists {
  /** List `n` is in `items` from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Int32Array
  readonly items: Int32Array
}

/** Numbers in lists by another number. `visit` names all pairs of an element. */
function lists<Element>(
  count: number,
  elements: readonly Element[],
  visit: (element: Element, index: number, put: (list: number, item: number) => void) => void,
): Lists {
  const starts = new Int32Array(count + 1)
  elements.forEach((element, index) =>
    visit(element, index, (list) => (starts[list + 1] = (starts[list + 1] ?? 0) + 1)),
  )
  for (let list = 0; list < count; list += 1) starts[list + 1] = (starts[list + 1] ?? 0) + (starts[list] ?? 0)
  const next = starts.slice()
  const items = new Int32Array(starts[count] ?? 0)
  elements.forEach((element, index) =>
    visit(element, index, (list, item) => {
      const place = next[list] ?? 0
      items[place] = item
      next[list] = place + 1
    }),
  )
  return { starts, items }
}
