import type { ConeState } from '../../cone/transitions.ts'
import type { GamebookCone } from '../../cone/cone.ts'
import { encodeState } from '../../cone/encodeState.ts'
import { events } from '../../programs/event.ts'
import { decideAlways, type AlikeStates } from '../../projection/decideByProjection.ts'
import type { ProjectedExploration } from '../../projection/exploreProjection.ts'
import type { SearchLimits } from '../../search/searchLimits.ts'
import type { Truth } from '../truth/bruteForce.ts'
import { addNever, addNone, targetsOf, type LockTarget } from './claims.ts'
import type { ConeSearches } from './coneSearches.ts'
import type { Tally } from './tally.ts'

const MAX_STATES = 1_000

/** Compares what projections say with what is true: each alone, and the decisions that follow from them. */
export function compareProjections(searches: ConeSearches, truths: readonly Truth[], turn: number, tally: Tally): void {
  const limits: SearchLimits = { ...searches.limits, maxStates: MAX_STATES }
  for (const [question, search] of searches.some(turn)) {
    if (search.reasons('projection').length > 0) {
      tally.addNotKnown()
      continue
    }
    const onProjection = ({ stopped, goals }: ProjectedExploration): void => {
      if (stopped === null && !goals.has(0)) addNever('projection', question, truths, tally)
    }
    decideAlways(search.cone, { kind: 'goal', goal: 0 }, { limits, onProjection })
  }
  for (const target of targetsOf(searches.all.cone.source.gamebook)) {
    const search = searches.searchOf(target.goal === null ? [] : [events.metGoal(target.goal)], 'all')
    if (search.reasonsAgainstAlways('projection').length > 0) {
      tally.addNotKnown()
      continue
    }
    const { cone } = search
    const states = truths.flatMap((truth) => playedStates(cone, target, truth))
    const onProjection = (exploration: ProjectedExploration): void => {
      if (exploration.stopped !== null) return tally.addNotKnown()
      const wrong = states.find((state) => isContradicted(cone, exploration, state))
      tally.add(`projection: what leads to ${target.name}s`, target.name, wrong ? wrong.text : null)
    }
    const sought = target.goal === null ? ({ kind: 'ending' } as const) : ({ kind: 'goal', goal: 0 } as const)
    const decision = decideAlways(cone, sought, { limits, onProjection })
    if (decision.kind === 'open') tally.addNotKnown()
    else if (decision.kind === 'always') addNone('projection', target, truths, tally)
    else {
      const named = states.filter((state) => decision.locked.some((alike) => isAmong(cone, alike, state)))
      const free = named.find(({ canReach }) => canReach === true)
      tally.add(`projection: ${target.name}`, target.name, free ? free.text : null)
      if (truths.some(({ isWhole }) => isWhole))
        tally.add(`projection: a ${target.name} is reached`, target.name, named.length > 0 ? null : 'by no play')
    }
  }
}

/** A state of play in which the story goes on. */
interface PlayedState {
  readonly text: string
  readonly encoded: ConeState
  /** Whether the target can be reached from it; null if that is open. */
  readonly canReach: boolean | null
}

function playedStates(cone: GamebookCone, target: LockTarget, truth: Truth): readonly PlayedState[] {
  return truth.states.flatMap((state) => {
    const encoded = state.ended === undefined ? encodeState(cone, state) : null
    if (encoded === null) return []
    return [{ text: JSON.stringify(state), encoded, canReach: target.canReach(truth, state) }]
  })
}

/** Whether a projection lacks a state, or says something wrong about it. */
function isContradicted(
  { variables }: GamebookCone,
  { cone: projected, states, canReach, mayReach }: ProjectedExploration,
  state: PlayedState,
): boolean {
  const values = projected.variables.map((variable) =>
    projected.sight.valueOf(variable, state.encoded[variables.indexOf(variable)] ?? 0),
  )
  const found = states.find(Int32Array.from([...values, 0]))
  if (found === -1) return true
  return (state.canReach === false && canReach(found)) || (state.canReach === true && !mayReach(found))
}

function isAmong({ variables }: GamebookCone, alike: AlikeStates, { encoded }: PlayedState): boolean {
  return alike.variables.every((variable, index) => encoded[variables.indexOf(variable)] === alike.values[index])
}
