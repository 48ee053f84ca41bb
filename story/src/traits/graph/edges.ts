import type { Edge, Entity } from '../../gamebook/gamebook.ts'
import type { Guard } from '../../state/guard.ts'
import type { World } from '../../state/world.ts'
import { currentNodeId } from './currentNode.ts'

/** The guards of an edge and its target, in the order in which they are checked. */
export function guardsOfEdge(world: World, graph: Entity, edge: Edge): readonly Guard[] {
  const node = world.gamebook.entities.get(edge.to)
  const requires = node === undefined ? [] : requirement(node)
  if (edge.enabled === null) return requires
  const from = currentNodeId(world, graph)
  const reason = edge.otherwise ?? 'That is closed now.'
  return [{ name: `${from}.edges.${edge.to}`, condition: edge.enabled, code: 'edge-closed', reason }, ...requires]
}

/** The edges from the current node to nodes of the same graph, in the author's order. */
export function edgesFrom(world: World, graph: Entity): readonly Edge[] {
  const node = world.gamebook.entities.get(currentNodeId(world, graph))
  return (node?.graphNode?.edges ?? []).filter((edge) => graph.graph?.nodeIds.includes(edge.to))
}

/** The guard of a node, which applies to every move into it. */
export function requirement({ id, graphNode }: Entity): readonly Guard[] {
  if (graphNode?.requires == null) return []
  const reason = graphNode.otherwise ?? 'That is not possible now.'
  return [{ name: `${id}.requires`, condition: graphNode.requires, code: 'requires-not-met', reason }]
}
