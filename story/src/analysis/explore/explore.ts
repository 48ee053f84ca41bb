import type { Gamebook } from '../../gamebook/gamebook.ts'
import { sliceGamebook, type Slice, type Slicing, type Watch } from '../model/slices.ts'
import { diceOutcomes } from './diceOutcomes.ts'
import { Coverage, type Witness } from './coverage.ts'
import { SliceTransitions, type CallTransition } from './transitions.ts'
import type { StateEncoding } from './stateEncoding.ts'
import { OPENING, type Step } from './step.ts'

export interface ExploreOptions {
  /** How many states are looked at, at most. */
  readonly maxStates: number
  readonly watched?: readonly Watch[]
  /** Told now and then how many states were found; false ends the search. */
  readonly onProgress?: (states: number) => boolean
}

export interface Exploration {
  readonly slicing: Slicing
  readonly slices: readonly ExploredSlice[]
  readonly coverage: Coverage
  readonly states: number
  /** Calls that were looked at, each with every way the dice can fall. */
  readonly calls: number
  /** False where not all states were looked at: then nothing that was not seen is proven. */
  readonly isWhole: boolean
  /** Functions for whose parameters only some values were tried. */
  readonly sampled: ReadonlySet<string>
}

export interface ExploredSlice {
  readonly slice: Slice
  readonly code: StateEncoding
  readonly visits: readonly Visit[]
  /** The visits that can follow each other, as pairs. */
  readonly ways: readonly Transition[]
  readonly isWhole: boolean
}

/** A state that was found, with the shortest way to it. */
export interface Visit {
  readonly code: string
  /** How the story ended, null while it runs: the id of a node, or the reason. */
  readonly ended: string | null
  /** The visit that it was found from; -1 at the start. */
  readonly parent: number
  /** Null at the start. */
  readonly step: Step | null
  readonly depth: number
}

export type Transition = readonly [from: number, to: number]

/**
 * Finds all that can happen in a gamebook, breadth first, slice by slice: every call with every argument that can make
 * a difference and every way the dice can fall. States that rules cannot tell apart count as one, and what a rule does
 * is worked out once for all states that it cannot tell apart.
 */
export function explore(gamebook: Gamebook, options: ExploreOptions): Exploration {
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
    isWhole: slices.every(({ isWhole }) => isWhole),
    sampled: budget.sampled,
  }
}

/** The calls that lead to a visit, from the start. */
export function stepsTo(visits: readonly Visit[], index: number): readonly Step[] {
  const steps: Step[] = []
  for (let at = visits[index]; at !== undefined; at = visits[at.parent]) if (at.step !== null) steps.unshift(at.step)
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

function exploreSlice(rules: SliceTransitions, slice: Slice, coverage: Coverage, budget: Budget): ExploredSlice {
  const visits: Visit[] = []
  const ways: Transition[] = []
  const known = new Map<string, number>()
  const search = { isCut: false }

  for (const { rolls, code, ended } of rules.openings(() => [])) {
    arrive(-1, rolls.length === 0 ? null : { function: OPENING, args: {}, rolls }, code, ended)
  }
  for (let index = 0; index < visits.length && !budget.isStopped; index += 1) {
    const visit = visits[index]
    if (visit === undefined || visit.ended !== null) continue
    if (index % PROGRESS_EVERY === 0 && budget.options.onProgress?.(budget.states) === false) budget.isStopped = true
    for (const call of rules.callsAt(visit.code, witnessOf(index))) follow(index, visit, call)
  }
  for (const fn of rules.sampled) budget.sampled.add(fn)
  return { slice, code: rules.code, visits, ways, isWhole: !search.isCut && rules.isWhole && !budget.isStopped }

  function follow(index: number, visit: Visit, call: CallTransition): void {
    const step = { function: call.function, args: call.args, rolls: call.rolls }
    for (const after of rules.settled(visit.code, call, witnessOf(index, step))) {
      budget.calls += 1
      const { code, ended, rolls } = after
      arrive(index, rolls.length === 0 ? step : { ...step, rolls: [...call.rolls, ...rolls] }, code, ended)
    }
  }

  function arrive(parent: number, step: Step | null, code: string, ended: string | null): void {
    const key = ended === null ? code : `${code}!${ended}`
    const before = known.get(key)
    if (before !== undefined) {
      ways.push([parent, before])
      return
    }
    if (budget.states >= budget.options.maxStates) {
      search.isCut = true
      return
    }
    const index = visits.length
    known.set(key, index)
    ways.push([parent, index])
    visits.push({ code, ended, parent, step, depth: (visits[parent]?.depth ?? -1) + 1 })
    budget.states += 1
    if (ended !== null) coverage.addEnding(ended, witnessOf(index))
  }

  function witnessOf(index: number, last: Step | null = null): Witness {
    return () => [...stepsTo(visits, index), ...(last === null ? [] : [last])]
  }
}
