import type { Edge, Entity, GraphNode } from '../../gamebook/gamebook.ts'
import { hasNode } from '../../gamebook/hasNode.ts'
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
  const node = world.gamebook.entities.get(currentNodeId(world, graph))?.graphNode
  return node === undefined ? [] : edgesWithin(graph, node)
}

function edgesWithin(graph: Entity, node: GraphNode): readonly Edge[] {
  const known = edgesOfNodes.get(node)
  if (known?.graph === graph) return known.edges
  const edges = node.edges.filter((edge) => hasNode(graph, edge.to))
  edgesOfNodes.set(node, { graph, edges })
  return edges
}

/** For the last graph in which a node was current: hardly any node is in more than one. */
const edgesOfNodes = new WeakMap<GraphNode, { readonly graph: Entity; readonly edges: readonly Edge[] }>()

/** The guard of a node, which applies to every move into it. */
export function requirement({ id, graphNode }: Entity): readonly Guard[] {
  if (graphNode?.requires == null) return []
  const { requires: condition, otherwise } = graphNode
  const defaultReason = 'That is not possible now.'
  return [{ name: `${id}.requires`, condition, code: 'requires-not-met', otherwise, defaultReason }]
}
