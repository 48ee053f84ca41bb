import type { Entity } from '../../gamebook/gamebook.ts'
import { report } from '../diagnostics/reporter.ts'
import type { Resolution } from '../resolve/resolveReferences.ts'
import type { KnownEntity, Scope } from '../resolve/scope.ts'
import { findReachedNodes } from './findReachedNodes.ts'

/** Warns about nodes and edges that play can never use. An invalid effect might lead to any node. */
export function checkGraphs(scope: Scope, { gamebook, unsound, effectsSound }: Resolution): void {
  const graphs = [...gamebook.entities.values()].filter(({ graph }) => graph !== undefined)
  const graphsOfNode = groupByNode(graphs)
  const reached = findReachedNodes(gamebook, graphs, unsound)
  for (const known of scope.entities.values()) {
    if (known.entity.parts.graphNode === undefined) continue
    const id = known.id.value
    const own = graphsOfNode.get(id) ?? new Set()
    if (own.size === 0) checkHasGraph(known, graphs, unsound)
    if (own.size === 0 || [...own].some((graph) => unsound.has(graph.id))) continue
    checkEdges(known, own, graphsOfNode, scope)
    if (!reached.has(id) && effectsSound) reportUnreachable(known)
  }
}

type GraphsOfNode = ReadonlyMap<string, ReadonlySet<Entity>>

function groupByNode(graphs: readonly Entity[]): GraphsOfNode {
  const byNode = new Map<string, Set<Entity>>()
  for (const entity of graphs) {
    for (const nodeId of entity.graph?.nodeIds ?? []) {
      const others = byNode.get(nodeId)
      if (others === undefined) byNode.set(nodeId, new Set([entity]))
      else others.add(entity)
    }
  }
  return byNode
}

function checkHasGraph(
  { id, entity, type }: KnownEntity,
  graphs: readonly Entity[],
  unsound: ReadonlySet<string>,
): void {
  const mayHave = graphs.some((graph) => unsound.has(graph.id) && graph.graph?.nodeTypeId === type.id?.value)
  if (mayHave) return
  const message = `The node "${id.value}" is in no graph, so it can never be entered.`
  report(entity.location, 'node-without-graph', message, 'Add it to the "node_ids" of a graph.')
}

function checkEdges(
  { entity, type }: KnownEntity,
  own: ReadonlySet<Entity>,
  graphsOfNode: GraphsOfNode,
  scope: Scope,
): void {
  for (const { to } of entity.parts.graphNode?.edges ?? []) {
    if (scope.entities.get(to.value)?.type !== type) continue
    if ([...own].some((graph) => graphsOfNode.get(to.value)?.has(graph))) continue
    const message = `"${to.value}" is in none of this node's graphs, so this edge is never offered.`
    report(
      to.location,
      'edge-leaves-graph',
      message,
      `Add "${to.value}" to the "node_ids" of the graph, or remove the edge.`,
    )
  }
}

function reportUnreachable({ id, entity }: KnownEntity): void {
  const message = `The node "${id.value}" can't be reached: no edge, effect or trigger leads to it.`
  report(entity.location, 'unreachable-node', message, 'Add an edge to it in a node that can be reached.')
}
