import { indexOf } from '../gamebook/gamebookIndex.ts'
import type { World } from '../state/world.ts'
import { currentNodeId } from '../traits/graph/currentNode.ts'
import { edgesFrom } from '../traits/graph/edges.ts'

/** The current nodes of all graphs, and the nodes to which their edges lead. */
export function listNearNodes(world: World): ReadonlySet<string> {
  return new Set(
    indexOf(world.gamebook).graphs.flatMap((graph) => [
      currentNodeId(world, graph),
      ...edgesFrom(world, graph).map(({ to }) => to),
    ]),
  )
}
