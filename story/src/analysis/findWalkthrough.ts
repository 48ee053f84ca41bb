import type { Gamebook } from '../gamebook/gamebook.ts'
import { listEndings } from '../play/listEndings.ts'
import { startState } from '../state/storyState.ts'
import { renderName } from '../traits/described/prompt.ts'
import { worldOf } from '../traits/worldOf.ts'
import { DEFAULT_MAX_STATES } from './checkGamebook.ts'
import { explore, type ExploreOptions } from './explore/explore.ts'
import { shortestPath } from './explore/shortestPath.ts'
import type { Step } from './explore/step.ts'
import { findSeed } from './replay.ts'

export interface Walkthrough {
  readonly nodeId: string
  readonly steps: readonly Step[]
  /** A seed whose dice make the calls lead there. Null if none was found. */
  readonly seed: number | null
}

export type WalkthroughResult =
  | { readonly kind: 'found'; readonly walkthrough: Walkthrough }
  | { readonly kind: 'no-such-place'; readonly endings: readonly string[] }
  /** If `isProven`, the search was complete and the node is unreachable. */
  | { readonly kind: 'no-way'; readonly nodeId: string; readonly isProven: boolean; readonly states: number }

/** Finds the shortest path to an ending or another node, given its title, name or id. */
export function findWalkthrough(
  gamebook: Gamebook,
  to: string,
  options: Partial<ExploreOptions> = {},
): WalkthroughResult {
  const nodeId = findNode(gamebook, to)
  if (nodeId === undefined) return { kind: 'no-such-place', endings: listEndings(gamebook).map(({ title }) => title) }
  const exploration = explore(gamebook, { maxStates: DEFAULT_MAX_STATES, ...options })
  const path = shortestPath(gamebook, exploration, nodeId)
  if (path === null) return { kind: 'no-way', nodeId, isProven: exploration.isComplete, states: exploration.states }
  return { kind: 'found', walkthrough: { nodeId, steps: path.steps, seed: findSeed(gamebook, path.slice, path.steps) } }
}

function findNode(gamebook: Gamebook, wanted: string): string | undefined {
  const world = worldOf(gamebook, startState(0))
  const matches = (name: string): boolean => name.toLowerCase() === wanted.trim().toLowerCase()
  const nodes = [...gamebook.entities.values()].filter(({ graphNode }) => graphNode !== undefined)
  const byId = nodes.find(({ id }) => matches(id))
  if (byId !== undefined) return byId.id
  return (
    listEndings(gamebook).find(({ title }) => matches(title))?.nodeId ??
    nodes.find((node) => matches(renderName(world, node)))?.id
  )
}
