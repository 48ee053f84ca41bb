import { movesGraph } from '../actions/findAction.ts'
import { graphOfFunction } from '../play/graphOfFunction.ts'
import { hasRevealedOwner } from '../play/hasRevealedOwner.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import { type ClosedExitOfGraph, listClosedExits } from '../prompt/closedExits.ts'
import { listRefused } from '../prompt/viewRefused.ts'
import { isTrueOrReport, type ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { groupOf } from './groupOf.ts'
import { isForThisPlace } from './isForThisPlace.ts'
import { labelsFor } from './phrases/labels.ts'
import type { Suggestion, SuggestionGroup } from './suggestion.ts'

/** The exits, and what could be done at this place, that the author refuses now with a reason. */
export function listClosed(world: World, report: ReportFailure): readonly Suggestion[] {
  return [...closedExits(world, report), ...refusedFunctions(world, report)].map((one, index) => ({
    // Its id names nothing of the gamebook.
    id: `closed:${index}`,
    ...one,
    call: null,
    input: [],
    reason: one.reason.trim().slice(0, MAX_REASON),
  }))
}

const MAX_REASON = 2000

interface Closed {
  readonly group: SuggestionGroup
  readonly label: string
  readonly reason: string
}

function closedExits(world: World, report: ReportFailure): readonly Closed[] {
  const labels = labelsFor(world.gamebook)
  const maps = new Set(placeGraphs(world.gamebook).map(({ id }) => id))
  return listClosedExits(world, report).flatMap((exit): readonly Closed[] => {
    const { graphId, name, otherwise: reason } = exit
    const isMap = maps.has(graphId)
    const label = labels.exit(exit.label, isMap ? name : null)
    if (label === null || !(isMap || isAtHand(world, exit, report))) return []
    return [{ group: isMap ? 'go' : groupOf(null, label), label, reason }]
  })
}

/** Whether a function that could take the exit may be called here. */
function isAtHand(world: World, { graphId }: ClosedExitOfGraph, report: ReportFailure): boolean {
  return world.gamebook.functions.some((fn) => {
    const { name, enabled, mainAction } = fn
    if (mainAction === null || !movesGraph(mainAction.action) || mainAction.args.has('to')) return false
    if (graphOfFunction(world, fn)?.id !== graphId || !hasRevealedOwner(world, fn)) return false
    return isTrueOrReport(world, enabled, `${name}.enabled`, report)
  })
}

function refusedFunctions(world: World, report: ReportFailure): readonly Closed[] {
  const labels = labelsFor(world.gamebook)
  const here = world.gamebook.functions.filter((fn) => isForThisPlace(world, fn))
  return listRefused(world, here, report).flatMap(({ description, action, reason }): readonly Closed[] => {
    const label = labels.act(description)
    return label === null ? [] : [{ group: groupOf(action, label), label, reason }]
  })
}
