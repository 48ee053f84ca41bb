import type { Gamebook } from '../../gamebook/gamebook.ts'
import { indexOf } from '../../gamebook/gamebookIndex.ts'
import { stepsTo, type Exploration, type ExploredSlice } from './explore.ts'
import { OPENING, type Step } from './step.ts'

export interface ShortestPath {
  readonly slice: ExploredSlice
  readonly steps: readonly Step[]
}

/** The quickest way to a node; with the name of a cell, to a visit on which that does not hold. Null where none was found. */
export function shortestPath(
  gamebook: Gamebook,
  { slices }: Exploration,
  nodeId: string,
  without: string | null = null,
): ShortestPath | null {
  const graphs = indexOf(gamebook).graphsOfNode.get(nodeId) ?? []
  for (const slice of slices) {
    const { code, visits } = slice
    const found = visits.findIndex((visit) => {
      const isThere = graphs.some(({ id }) => code.valueAt(visit.code, `${id}.current_node_id`) === nodeId)
      return isThere && (without === null || code.valueAt(visit.code, without) === false)
    })
    if (found !== -1) return { slice, steps: stepsTo(visits, found) }
  }
  const isStart = graphs.some(({ graph }) => graph?.startNodeId === nodeId)
  const [first] = slices
  return isStart && without === null && first !== undefined ? { slice: first, steps: [] } : null
}

/** How many calls a way takes; dice at the opening are none. */
export function countCalls(steps: readonly Step[]): number {
  return steps.filter((step) => step.function !== OPENING).length
}
