import type { Edge, Entity } from '../gamebook/gamebook.ts'
import { hasNode } from '../gamebook/hasNode.ts'
import { placeGraphs } from '../play/placeGraphs.ts'
import type { ReportFailure } from '../state/errorFallback.ts'
import { checkGuards } from '../state/guard.ts'
import { reasonFor } from '../state/reasonFor.ts'
import type { World } from '../state/world.ts'
import { renderName } from '../traits/described/prompt.ts'
import { currentNodeId, isVisited } from '../traits/graph/currentNode.ts'
import { guardsOfEdge } from '../traits/graph/edges.ts'
import { isRevealed } from '../traits/visibility.ts'
import type { KnownPlaceView } from './view.ts'

/**
 * The places that the player has been to, with the shortest path there through such places. Conditions of exits further
 * on are those of now: what a walk changes is seen only when it is walked.
 */
export function viewKnownPlaces(world: World, report: ReportFailure): readonly KnownPlaceView[] {
  return placeGraphs(world.gamebook).flatMap((graph) => {
    const open = findPaths(world, graph, (edge) => isOpen(world, graph, edge, report))
    const all = findPaths(world, graph, () => true)
    return [...all].flatMap(([nodeId, edges]) => {
      const node = world.gamebook.entities.get(nodeId)
      if (node?.described === undefined || edges.length === 0 || !isRevealed(world, node)) return []
      const path = open.get(nodeId)
      const closed = path === undefined ? edges.find((edge) => !isOpen(world, graph, edge, report)) : undefined
      return [
        {
          graphId: graph.id,
          nodeId,
          name: renderName(world, node, report),
          edgeIds: path?.map(({ id }) => id) ?? null,
          reason: closed === undefined ? null : reasonOf(world, closed, report),
        },
      ]
    })
  })
}

/** The edges to each node, by breadth first. */
function findPaths(
  world: World,
  graph: Entity,
  isUsable: (edge: Edge) => boolean,
): ReadonlyMap<string, readonly Edge[]> {
  const start = currentNodeId(world, graph)
  const paths = new Map<string, readonly Edge[]>([[start, []]])
  // A map that grows while it is read is a queue that each node enters once.
  for (const [nodeId, path] of paths) {
    if (path.length === MAX_STEPS) continue
    for (const edge of world.gamebook.entities.get(nodeId)?.graphNode?.edges ?? []) {
      if (paths.has(edge.to) || !isVisited(world, graph, edge.to) || !hasNode(graph, edge.to) || !isUsable(edge))
        continue
      paths.set(edge.to, [...path, edge])
    }
  }
  return paths
}

/** A turn has a limited number of calls. */
const MAX_STEPS = 7

function isOpen(world: World, graph: Entity, edge: Edge, report: ReportFailure): boolean {
  return checkGuards(world, guardsOfEdge(world, graph, edge), report).refusal === null
}

function reasonOf(world: World, edge: Edge, report: ReportFailure): string | null {
  return reasonFor(world, edge.otherwise, `${edge.to} otherwise`, report)
}
