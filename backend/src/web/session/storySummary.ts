import {
  type Gamebook,
  listEndingNodes,
  startState,
  type StoryState,
  viewEnding,
  viewPanel,
  viewPlayerLocation,
  worldOf,
} from '@llm-gamebook/story'

import type { Message } from '../../messages/message.ts'
import { isUnparsed } from '../../messages/savedState.ts'
import { stateAt } from '../../engine/stateAt.ts'
import type { PlayedGamebook } from '../../gamebooks/playedGamebooks.ts'
import type { Panel } from '../schemas/panel.ts'
import type { SessionEnding } from '../schemas/session.ts'
import { toPanel } from '../schemas/toPanel.ts'

/** The part of a session's state that lists show. */
export interface StorySummary {
  readonly place: string | null
  /** Null without a clock. */
  readonly time: string | null
  readonly ending: SessionEnding | null
}

/** The state after a message, restored for display. Throws `StateError` (`state-version`). */
export function restoreForDisplay(
  played: PlayedGamebook | undefined,
  message: Pick<Message, 'stateAfter' | 'gamebookVersion'>,
): StoryState {
  if (played !== undefined) return stateAt(played, message).state
  return isUnparsed(message.stateAfter) ? startState(0) : message.stateAfter
}

/** Without its gamebook, only the ending is known. */
export function summarizeStory(gamebook: Gamebook | undefined, state: StoryState): StorySummary {
  if (gamebook === undefined) return { place: null, time: null, ending: endingWithout(state) }
  const world = worldOf(gamebook, state)
  const [clock] = viewPanel(world, () => {}).clocks
  return {
    place: viewPlayerLocation(world, () => {})?.name ?? null,
    time: clock === undefined ? null : formatClock(clock),
    ending: viewEnding(world),
  }
}

const formatClock = ({ day, time }: { readonly day: number; readonly time: string }): string =>
  day === 1 ? time : `Day ${day}, ${time}`

/** The part of a session's page that changes with the state. */
export interface StateView extends StorySummary {
  readonly panel: Panel
  readonly endings: { found: number; total: number }
}

/**
 * @param state null before the story has begun
 * @param found the nodes at which any session has ended
 */
export function toStateView(
  gamebook: Gamebook | undefined,
  state: StoryState | null,
  found: ReadonlySet<string>,
): StateView {
  if (state === null)
    return { place: null, time: null, ending: null, panel: EMPTY_PANEL, endings: countEndings(gamebook, found) }
  return {
    ...summarizeStory(gamebook, state),
    panel: gamebook === undefined ? EMPTY_PANEL : toPanel(viewPanel(worldOf(gamebook, state), () => {})),
    endings: countEndings(gamebook, withEndingOf(state, found)),
  }
}

const EMPTY_PANEL: Panel = { clocks: [], fields: [], inventory: [] }

/** How many endings a gamebook has, and how many of them any session has reached. */
export function countEndings(
  gamebook: Gamebook | undefined,
  found: ReadonlySet<string>,
): { found: number; total: number } {
  const endings = gamebook === undefined ? [] : listEndingNodes(gamebook)
  return { found: endings.filter(({ nodeId }) => found.has(nodeId)).length, total: endings.length }
}

/** The titles of the endings that were reached; the others stay secret. */
export function listEndingTitlesFound(gamebook: Gamebook | null, found: ReadonlySet<string>): string[] {
  const endings = gamebook === null ? [] : listEndingNodes(gamebook)
  return endings.filter(({ nodeId }) => found.has(nodeId)).map(({ title }) => title)
}

/** Adds the ending of the state; a story that ends with a reason has none of the gamebook's endings. */
function withEndingOf({ ended }: StoryState, found: ReadonlySet<string>): ReadonlySet<string> {
  return ended === undefined || 'reason' in ended ? found : new Set([...found, ended.node])
}

function endingWithout({ ended }: StoryState): SessionEnding | null {
  if (ended === undefined) return null
  if ('reason' in ended) return { title: 'The end', kind: 'neutral', text: ended.reason }
  return { title: ended.title, kind: ended.kind, text: null }
}
