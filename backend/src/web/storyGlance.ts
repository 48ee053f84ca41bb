import {
  type Gamebook,
  listEndings,
  type StoryState,
  viewEnding,
  viewStory,
  type World,
  worldOf,
} from '@llm-gamebook/story'

import type { SessionEnding } from './schemas/session.ts'

/** What the page of a session shows of the state at any moment. */
export interface StoryGlance {
  readonly place: string | null
  readonly ending: SessionEnding | null
}

export function glanceAt(gamebook: Gamebook | undefined, state: StoryState): StoryGlance {
  if (gamebook === undefined) {
    const { ended } = state
    const isAtNode = ended !== undefined && 'node' in ended
    return { place: null, ending: isAtNode ? { title: ended.title, kind: ended.kind, text: null } : null }
  }
  const world = worldOf(gamebook, state)
  return { place: placeOf(world), ending: viewEnding(world) }
}

/** The endings that somebody reached, with the one that a state has come to. */
export function withEnding(found: ReadonlySet<string>, state: StoryState | undefined): ReadonlySet<string> {
  return state?.ended !== undefined && 'node' in state.ended ? new Set([...found, state.ended.node]) : found
}

/** How many endings of a gamebook there are, and how many of them somebody reached. */
export function countEndings(
  gamebook: Gamebook | undefined,
  found: ReadonlySet<string>,
): { found: number; total: number } {
  const endings = gamebook === undefined ? [] : listEndings(gamebook)
  return { found: endings.filter(({ nodeId }) => found.has(nodeId)).length, total: endings.length }
}

/** A graph that is described itself is an arc of the plot or a thing, not where the player is. */
const placeOf = (world: World): string | null =>
  viewStory(world, () => {}).places.find(({ graphName }) => graphName === null)?.name ?? null
