import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { stepsTo, type Exploration, type ExploredSlice } from './explore.ts'
import { OPENING, type Step } from './step.ts'

export interface ShortestPath {
  readonly slice: ExploredSlice
  readonly steps: readonly Step[]
}

/**
 * The shortest path to a node; with the name of a variable, to a state in which that variable is false. Null if none
 * was found.
 */
export function shortestPath(
  gamebook: Gamebook,
  { slices }: Exploration,
  nodeId: string,
  without: string | null = null,
): ShortestPath | null {
  const graphs = indexOf(gamebook).graphsOfNode.get(nodeId) ?? []
  for (const slice of slices) {
    const { encoding, visits } = slice
    const found = visits.findIndex((visit) => {
      const isThere = graphs.some(({ id }) => encoding.valueAt(visit.code, `${id}.current_node_id`) === nodeId)
      return isThere && (without === null || encoding.valueAt(visit.code, without) === false)
    })
    if (found !== -1) return { slice, steps: stepsTo(visits, found) }
  }
  const isStart = graphs.some(({ graph }) => graph?.startNodeId === nodeId)
  const [first] = slices
  return isStart && without === null && first !== undefined ? { slice: first, steps: [] } : null
}

/** The number of calls in a path. The dice of the opening don't count. */
export function countCalls(steps: readonly Step[]): number {
  return steps.filter((step) => step.function !== OPENING).length
}
