import { movesGraph } from '../actions/findAction.ts'
import type { Entity } from '../gamebook/gamebook.ts'
import { graphOfFunction } from '../play/graphOfFunction.ts'
import { hasRevealedOwner } from '../play/hasRevealedOwner.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import type { World } from '../state/world.ts'
import { closedExits, type ClosedExit } from '../traits/graph/prompt.ts'
import { isInPrompt } from '../traits/inPrompt.ts'
import { isVisible } from '../traits/visibility.ts'

export interface ClosedExitOfGraph extends ClosedExit {
  readonly graphId: string
}

/**
 * The closed exits of the graphs that players move: their maps, and graphs that a function moves to a target of the
 * player's choice. Other graphs, such as the ways of a person, open and close without them.
 */
export function listClosedExits(world: World, report: ReportFailure): readonly ClosedExitOfGraph[] {
  const moved = new Set<Entity | undefined>([...placeGraphs(world.gamebook), ...graphsOfFunctions(world)])
  return [...world.gamebook.entities.values()]
    .filter((entity) => moved.has(entity) && isInPrompt(world.gamebook, entity) && isVisible(world, entity, report))
    .flatMap((graph) => closedExits(world, graph, report).map((exit) => ({ ...exit, graphId: graph.id })))
}

function graphsOfFunctions(world: World): readonly (Entity | undefined)[] {
  return world.gamebook.functions
    .filter(({ mainAction }) => mainAction !== null && movesGraph(mainAction.action) && !mainAction.args.has('to'))
    .filter((fn) => hasRevealedOwner(world, fn))
    .map((fn) => graphOfFunction(world, fn))
}
