import { parseState, type StoryState } from '@llm-gamebook/story'

/** A state of the story as it was saved: as the engine of today writes it, or odd. */
export type SavedState = StoryState | UnparsedState

/** Of an older form, of a newer version, or no state at all. Kept as it is; `stateAt` makes of it what can be made. */
export interface UnparsedState {
  readonly odd: unknown
}

export function readSavedState(stored: string): SavedState {
  const state: unknown = JSON.parse(stored)
  try {
    return parseState(state)
  } catch {
    return { odd: state }
  }
}

export function writeSavedState(state: SavedState): string {
  return JSON.stringify(toRawState(state))
}

/** As it was saved. */
export function toRawState(state: SavedState): unknown {
  return isUnparsed(state) ? state.odd : state
}

export function isUnparsed(state: SavedState): state is UnparsedState {
  return 'odd' in state
}
