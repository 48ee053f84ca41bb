import type { Entity, Gamebook } from '../../gamebook/gamebook.ts'
import { findJumps } from './findJumps.ts'

/**
 * The nodes to which edges lead from the start of one of their graphs, or from where an effect or a trigger leads,
 * whatever guards them. Of a graph with faulty nodes or edges all count as reached.
 */
export function findReachedNodes(
  gamebook: Gamebook,
  graphs: readonly Entity[],
  unsound: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const leadsTo = findJumps(gamebook)
  for (const { id, graph } of graphs) {
    if (graph === undefined) continue
    const inside = new Set(graph.nodeIds)
    const entries = graph.nodeIds.filter((nodeId) => nodeId === graph.startNodeId || leadsTo(id, nodeId))
    const waiting = graph.nodeIds.some((nodeId) => unsound.has(nodeId)) ? [...inside] : entries
    const entered = new Set(waiting)
    for (let nodeId = waiting.pop(); nodeId !== undefined; nodeId = waiting.pop()) {
      reached.add(nodeId)
      for (const { to } of gamebook.entities.get(nodeId)?.graphNode?.edges ?? []) {
        if (!inside.has(to) || entered.has(to)) continue
        entered.add(to)
        waiting.push(to)
      }
    }
  }
  return reached
}
