import { parseState, type StoryState } from '@llm-gamebook/story'

/** A saved state of the story: valid for the current engine, or unparsed. */
export type SavedState = StoryState | UnparsedState

/** A state in an older or newer form, or not a state. It is kept unchanged; `stateAt` restores what it can. */
export interface UnparsedState {
  readonly raw: unknown
}

export function readSavedState(stored: string): SavedState {
  const state: unknown = JSON.parse(stored)
  try {
    return parseState(state)
  } catch {
    return { raw: state }
  }
}

export function writeSavedState(state: SavedState): string {
  return JSON.stringify(toRawState(state))
}

/** The state in the form that was saved. */
export function toRawState(state: SavedState): unknown {
  return isUnparsed(state) ? state.raw : state
}

export function isUnparsed(state: SavedState): state is UnparsedState {
  return 'raw' in state
}
