import type { Gamebook } from '../../gamebook/gamebook.ts'
import { withoutNarrations } from '../../gamebook/withoutNarrations.ts'
import { sliceGamebook, type Slice, type Slicing, type Watch } from '../model/slices.ts'
import { diceOutcomes } from './diceOutcomes.ts'
import { Coverage, type Witness } from './coverage.ts'
import { SliceTransitions, type CallTransition } from './transitions.ts'
import type { StateEncoding } from './stateEncoding.ts'
import { OPENING, type Step } from './step.ts'

export interface ExploreOptions {
  /** The search stops after this many states. */
  readonly maxStates: number
  readonly watched?: readonly Watch[]
  /** Called from time to time with the number of states found. The search ends if it returns false. */
  readonly onProgress?: (states: number) => boolean
}

export interface Exploration {
  readonly slicing: Slicing
  readonly slices: readonly ExploredSlice[]
  readonly coverage: Coverage
  readonly states: number
  /** The number of explored calls, counted once for each outcome of their dice. */
  readonly calls: number
  /** False if the search stopped early: then something that was not found may still be possible. */
  readonly isComplete: boolean
  /** Functions whose parameters were tried with some of their values only. */
  readonly sampled: ReadonlySet<string>
}

export interface ExploredSlice {
  readonly slice: Slice
  readonly encoding: StateEncoding
  readonly visits: readonly Visit[]
  /** Pairs of visits of which the second can follow the first. */
  readonly transitions: readonly Transition[]
  readonly isComplete: boolean
}

/** An explored state with the shortest path to it. */
export interface Visit {
  readonly code: string
  /** How the story ended: the id of a node, or the reason. Null while it runs. */
  readonly ended: string | null
  /** The index of the previous visit; -1 at the start. */
  readonly parent: number
  /** Null at the start. */
  readonly step: Step | null
  readonly depth: number
}

export type Transition = readonly [from: number, to: number]

/**
 * Explores a gamebook breadth first, slice by slice: every call with every argument that can make a difference and
 * every outcome of the dice. States that rules can't distinguish count as one, and the effect of a rule is computed
 * once for all states that look the same to it. The author's words are left out, because they change nothing and would
 * make many states different.
 */
export function explore(written: Gamebook, options: ExploreOptions): Exploration {
  const gamebook = withoutNarrations(written)
  const slicing = sliceGamebook(gamebook, options.watched)
  const coverage = new Coverage(gamebook)
  const budget: Budget = { states: 0, calls: 0, isStopped: false, sampled: new Set(), options }
  const outcomesOf = diceOutcomes(gamebook, slicing.readsTotal)
  const slices = slicing.slices.map((slice) =>
    exploreSlice(new SliceTransitions(gamebook, slice, coverage, outcomesOf), slice, coverage, budget),
  )
  return {
    slicing,
    slices,
    coverage,
    states: budget.states,
    calls: budget.calls,
    isComplete: slices.every(({ isComplete }) => isComplete),
    sampled: budget.sampled,
  }
}

/** The calls that lead to a visit, from the start. */
export function stepsTo(visits: readonly Visit[], index: number): readonly Step[] {
  const steps: Step[] = []
  for (let visit = visits[index]; visit !== undefined; visit = visits[visit.parent])
    if (visit.step !== null) steps.unshift(visit.step)
  return steps
}

interface Budget {
  states: number
  calls: number
  isStopped: boolean
  readonly sampled: Set<string>
  readonly options: ExploreOptions
}

const PROGRESS_EVERY = 1024

function exploreSlice(engine: SliceTransitions, slice: Slice, coverage: Coverage, budget: Budget): ExploredSlice {
  const visits: Visit[] = []
  const transitions: Transition[] = []
  const known = new Map<string, number>()
  const search = { isCut: false }

  for (const { answers, rolls, code, ended } of engine.openings(() => [])) {
    const isPlain = rolls.length === 0 && Object.keys(answers).length === 0
    arrive(-1, isPlain ? null : { function: OPENING, args: answers, rolls }, code, ended)
  }
  for (let index = 0; index < visits.length && !budget.isStopped; index += 1) {
    const visit = visits[index]
    if (visit === undefined || visit.ended !== null) continue
    if (index % PROGRESS_EVERY === 0 && budget.options.onProgress?.(budget.states) === false) budget.isStopped = true
    for (const call of engine.callsAt(visit.code, witnessOf(index))) follow(index, visit, call)
  }
  for (const fn of engine.sampled) budget.sampled.add(fn)
  return {
    slice,
    encoding: engine.encoding,
    visits,
    transitions,
    isComplete: !search.isCut && engine.isComplete && !budget.isStopped,
  }

  function follow(index: number, visit: Visit, call: CallTransition): void {
    const step = { function: call.function, args: call.args, rolls: call.rolls }
    for (const after of engine.runTriggers(visit.code, call, witnessOf(index, step))) {
      budget.calls += 1
      const { code, ended, rolls } = after
      arrive(index, rolls.length === 0 ? step : { ...step, rolls: [...call.rolls, ...rolls] }, code, ended)
    }
  }

  function arrive(parent: number, step: Step | null, code: string, ended: string | null): void {
    const key = ended === null ? code : `${code}!${ended}`
    const before = known.get(key)
    if (before !== undefined) {
      transitions.push([parent, before])
      return
    }
    if (budget.states >= budget.options.maxStates) {
      search.isCut = true
      return
    }
    const index = visits.length
    known.set(key, index)
    transitions.push([parent, index])
    visits.push({ code, ended, parent, step, depth: (visits[parent]?.depth ?? -1) + 1 })
    budget.states += 1
    if (ended !== null) coverage.addEnding(ended, witnessOf(index))
  }

  function witnessOf(index: number, last: Step | null = null): Witness {
    return () => [...stepsTo(visits, index), ...(last === null ? [] : [last])]
  }
}
