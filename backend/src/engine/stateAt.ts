import { type Gamebook, restoreState, type RestoredState } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import { isUnparsed, toRawState } from '../messages/savedState.ts'

/** A gamebook as it is now, with the hash of its text. */
export interface CurrentGamebook {
  readonly gamebook: Gamebook
  readonly version: string
}

/** A state that is only displayed rolls no dice. */
const DISPLAY_SEED = 0

/**
 * The state after a message, restored for the current gamebook, with what did not fit. Throws `StateError`
 * (`state-version`) for a state of a newer version of the app.
 * @param seed for the dice of an older state without a seed
 */
export function stateAt(
  { gamebook, version }: CurrentGamebook,
  { stateAfter, gamebookVersion }: Pick<Message, 'stateAfter' | 'gamebookVersion'>,
  seed = DISPLAY_SEED,
): RestoredState {
  if (gamebookVersion === version && !isUnparsed(stateAfter)) return { state: stateAfter, findings: [] }
  return restoreState(gamebook, toRawState(stateAfter), seed)
}
