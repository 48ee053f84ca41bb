import type { Entity, Graph } from './gamebook.ts'

/** Whether a node is in a graph; false for an entity that is not a graph. */
export function hasNode({ graph }: Entity, nodeId: string): boolean {
  if (graph === undefined) return false
  return nodesOf(graph).has(nodeId)
}

function nodesOf(graph: Graph): ReadonlySet<string> {
  const known = nodes.get(graph)
  if (known !== undefined) return known
  const found = new Set(graph.nodeIds)
  nodes.set(graph, found)
  return found
}

/** Graphs can have thousands of nodes. */
const nodes = new WeakMap<Graph, ReadonlySet<string>>()
