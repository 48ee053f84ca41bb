import { placeGraphs } from '../play/placeGraphs.ts'
import { listClosedExits } from '../prompt/closedExits.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import { checkGuards } from '../state/guard.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { edgesFrom, guardsOfEdge } from '../traits/graph/edges.ts'
import { isRevealed } from '../traits/visibility.ts'

/** The exits of one place that the player knows. */
export interface KnownExits {
  readonly graphId: string
  readonly nodeId: string
  /** In the author's order, closed ones last. */
  readonly edgeIds: readonly string[]
}

/** The exits that suggestions name: those that are open, and those that the author closes with a reason. */
export function listExits(world: World, report: ReportFailure): readonly KnownExits[] {
  const { gamebook, state } = world
  if (!gamebook.suggestions || state.ended !== undefined) return []
  const closed = listClosedExits(world, report)
  return placeGraphs(gamebook).flatMap((graph) => {
    const open = edgesFrom(world, graph).filter((edge) => {
      const node = gamebook.entities.get(edge.to)
      if (node === undefined || !isRevealed(world, node)) return false
      return checkGuards(world, guardsOfEdge(world, graph, edge), report).refusal === null
    })
    const ofGraph = closed.filter(({ graphId }) => graphId === graph.id)
    const edgeIds = [...open, ...ofGraph].map(({ id }) => id)
    return edgeIds.length === 0 ? [] : [{ graphId: graph.id, nodeId: currentNodeId(world, graph), edgeIds }]
  })
}
