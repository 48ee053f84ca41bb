import type { Gamebook, Graph } from '../gamebook/gamebook.ts'
import type { Json } from '../json.ts'
import type { StoryState } from '../state/storyState.ts'
import { keepEntries } from './keepEntries.ts'
import { SavedCount, SavedFields } from './savedState.ts'
import type { ReportState } from './stateFinding.ts'

/** Keeps the counts of nodes that the gamebook has; a visited node without a count counts once. */
export function restoreVisits(gamebook: Gamebook, saved: Json | undefined, report: ReportState): StoryState['visits'] {
  if (saved === undefined) return undefined
  const graphs = SavedFields.safeParse(saved)
  if (graphs.success) {
    return keepEntries(graphs.data, (id, counts) => {
      const graph = gamebook.entities.get(id)?.graph
      if (graph !== undefined) return restoreCounts(id, graph, counts, report)
      report('state-orphan', `visits.${id}`, `The graph "${id}" is no longer in the gamebook.`)
      return undefined
    })
  }
  report('state-type', 'visits', 'The saved counts of visits are not a mapping and were dropped.')
  return undefined
}

function restoreCounts(graphId: string, graph: Graph, saved: Json, report: ReportState) {
  const counts = SavedFields.safeParse(saved)
  if (!counts.success) {
    report('state-type', `visits.${graphId}`, `The saved counts of "${graphId}" are not a mapping and were dropped.`)
    return undefined
  }
  const nodeIds = new Set(graph.nodeIds)
  const kept = keepEntries(counts.data, (nodeId, saved) => {
    const path = `visits.${graphId}.${nodeId}`
    const count = SavedCount.safeParse(saved)
    if (!nodeIds.has(nodeId)) report('state-orphan', path, `"${nodeId}" is no longer a node of "${graphId}".`)
    else if (count.success) return count.data
    else report('state-type', path, `The saved count of "${nodeId}" is not a positive integer and was dropped.`)
    return undefined
  })
  return Object.keys(kept).length === 0 ? undefined : kept
}
