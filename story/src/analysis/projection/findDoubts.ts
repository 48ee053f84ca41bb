import type { ProjectedExploration } from './exploreProjection.ts'
import type { ProjectedLeaf, ProjectedNode, ProjectedState } from './projectedNode.ts'
import type { ProjectedOutcome } from './projectedRounds.ts'

/** Hidden variables that decide whether something happens. */
export type Doubts = ReadonlySet<number>

const NO_DOUBTS: Doubts = new Set()

/**
 * The fewest hidden variables that decide whether one of the calls in a state leads to what is wanted; none if a call
 * does for certain. Null if no call does.
 */
export function findDoubts(
  { cone, rounds, states, isRunning }: ProjectedExploration,
  state: number,
  isWanted: (outcome: ProjectedOutcome) => boolean,
): Doubts | null {
  if (!isRunning(state)) return null
  const values = states.get(state).slice()
  const atLeaf = (leaf: ProjectedLeaf): Doubts | null => {
    if (leaf.isIdle) return isWanted({ state: values, goals: new Set(leaf.goals) }) ? NO_DOUBTS : null
    const tested = new Set<number>()
    const { outcomes, isSure } = rounds.after(leaf, values, tested)
    if (!outcomes.some(isWanted)) return null
    return isSure ? NO_DOUBTS : tested
  }
  return fewest(cone.functions.map((root) => doubtsOf(root, values, atLeaf)))
}

/** The same for a goal that observers see in a state. */
export function findDoubtsOfObservers(
  { cone, states }: ProjectedExploration,
  state: number,
  goal: number,
): Doubts | null {
  const values = states.get(state)
  const atLeaf = ({ goals }: ProjectedLeaf): Doubts | null => (goals.includes(goal) ? NO_DOUBTS : null)
  return fewest(cone.observers.map((root) => doubtsOf(root, values, atLeaf)))
}

/** Of several, the one with the fewest variables. */
export function fewest(options: readonly (Doubts | null)[]): Doubts | null {
  return options.reduce((best, doubts) => {
    if (doubts === null) return best
    return best === null || doubts.size < best.size ? doubts : best
  }, null)
}

function doubtsOf(
  root: ProjectedNode,
  values: ProjectedState,
  atLeaf: (leaf: ProjectedLeaf) => Doubts | null,
): Doubts | null {
  const found = new Map<ProjectedNode, Doubts | null>()
  const visit = (node: ProjectedNode): Doubts | null => {
    const known = found.get(node)
    if (known !== undefined) return known
    const doubts = doubtsAt(node)
    found.set(node, doubts)
    return doubts
  }
  const doubtsAt = (node: ProjectedNode): Doubts | null => {
    if (node.kind === 'leaf') return atLeaf(node)
    if (node.kind === 'visible') {
      const kid = node.branches.get(values[node.place] ?? 0)
      return kid === undefined ? null : visit(kid)
    }
    const doubts = fewest(node.kids.map(visit))
    return doubts !== null && node.kind === 'hidden' ? new Set([...doubts, node.variable]) : doubts
  }
  return visit(root)
}
