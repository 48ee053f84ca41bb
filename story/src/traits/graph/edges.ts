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
  const { id, enabled: condition, otherwise } = edge
  const name = `${from}.edges.${id}`
  return [{ name, condition, code: 'edge-closed', otherwise, defaultReason: 'That is closed now.' }, ...requires]
}

/** The edges from the current node to nodes of the same graph, in the author's order. */
export function edgesFrom(world: World, graph: Entity): readonly Edge[] {
  const node = world.gamebook.entities.get(currentNodeId(world, graph))
  return (node?.graphNode?.edges ?? []).filter((edge) => graph.graph?.nodeIds.includes(edge.to))
}

/** The guard of a node, which applies to every move into it. */
export function requirement({ id, graphNode }: Entity): readonly Guard[] {
  if (graphNode?.requires == null) return []
  const { requires: condition, otherwise } = graphNode
  const defaultReason = 'That is not possible now.'
  return [{ name: `${id}.requires`, condition, code: 'requires-not-met', otherwise, defaultReason }]
}
