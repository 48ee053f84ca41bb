import type { Edge, Entity, GamebookFunction } from '../../gamebook.ts'
import { askGuards } from '../../state/guard.ts'
import type { ReportFailure } from '../../state/tolerant.ts'
import type { World } from '../../state/world.ts'
import { edgesFrom, guardsOfWay } from './check.ts'

/** The ways that a tool of this graph may take now: all that would pass the checks of `graph/transition`. */
export function openWays(world: World, graph: Entity, report: ReportFailure): readonly Edge[] {
  return edgesFrom(world, graph).filter(
    (edge) => askGuards(world, guardsOfWay(world, graph, edge), report).refusal === null,
  )
}

/** What the built-in parameter `to` of a function offers; null where the author fixed the target. */
export function offeredWays(world: World, fn: GamebookFunction, report: ReportFailure): readonly Edge[] | null {
  const graph = world.gamebook.entities.get(fn.graphId)
  if (graph === undefined) return []
  return fn.fixedTo === null ? openWays(world, graph, report) : null
}
