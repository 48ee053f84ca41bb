import type { Entity, Gamebook } from '../gamebook/gamebook.ts'
import { indexOf } from '../gamebook/gamebookIndex.ts'

/**
 * The nodes of all graphs by the number of edges from the start node of a graph, those of the same distance in the
 * order of the edges. Nodes to which no edge leads come last, in the order of the file.
 */
export function nodesByDistance(gamebook: Gamebook): readonly Entity[] {
  const { entities } = gamebook
  const { graphs } = indexOf(gamebook)
  const reached = new Set(graphs.flatMap(({ graph }) => (graph === undefined ? [] : [graph.startNodeId])))
  // A set that grows while it is read is a queue that each node enters once.
  for (const id of reached) for (const { to } of entities.get(id)?.graphNode?.edges ?? []) reached.add(to)
  for (const { id, graphNode } of entities.values()) if (graphNode !== undefined) reached.add(id)
  return [...reached].flatMap((id) => entities.get(id) ?? [])
}
