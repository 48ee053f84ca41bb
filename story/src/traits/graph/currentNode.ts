import type { Entity } from '../../gamebook/gamebook.ts'
import { hasNode } from '../../gamebook/hasNode.ts'
import { hasValue, storedValue, storedVisits, wasEntered } from '../../state/stored.ts'
import type { World } from '../../state/world.ts'

/** The current node of a graph; the start node if the stored node is no longer in the graph. */
export function currentNodeId(world: World, graph: Entity): string {
  if (graph.graph === undefined) throw new Error(`${graph.id} is not a graph`)
  const stored = storedValue(world.state, graph.id, 'current_node_id')
  return typeof stored === 'string' && hasNode(graph, stored) ? stored : graph.graph.startNodeId
}

/** Whether a graph is at a node. */
export function isCurrentNode(world: World, graph: Entity, nodeId: string): boolean {
  if (world.state.unknown === undefined || graph.graph === undefined) return currentNodeId(world, graph) === nodeId
  return hasValue(world.state, graph.id, 'current_node_id', graph.graph.startNodeId, nodeId)
}

/** Whether a node is or was the current node of a graph. */
export function isVisited(world: World, graph: Entity, nodeId: string): boolean {
  return (
    nodeId === graph.graph?.startNodeId ||
    wasEntered(world.state, graph.id, nodeId) ||
    (world.state.unknown === undefined && nodeId === currentNodeId(world, graph))
  )
}

/** How often a node was entered; the start node counts as entered once at the start. */
export function countVisits(world: World, graph: Entity, nodeId: string): number {
  return storedVisits(world.state, graph.id, nodeId) ?? Number(isVisited(world, graph, nodeId))
}
