import { type Gamebook, restoreState, type RestoredState } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import { isUnparsed, toRawState } from '../messages/savedState.ts'

/** A gamebook of today, and the hash of its text. */
export interface CurrentGamebook {
  readonly gamebook: Gamebook
  readonly version: string
}

/** No dice of its own: nothing is rolled where a state is only looked at. */
const SEED_OF_A_LOOK = 0

/**
 * The state after a message, as the gamebook of today takes it, and what did not fit. Throws `StateError`
 * (`state-version`) for a state of a newer version of the app.
 * @param seed of the dice, for an older state that has none
 */
export function stateAt(
  { gamebook, version }: CurrentGamebook,
  { stateAfter, gamebookVersion }: Pick<Message, 'stateAfter' | 'gamebookVersion'>,
  seed = SEED_OF_A_LOOK,
): RestoredState {
  if (gamebookVersion === version && !isUnparsed(stateAfter)) return { state: stateAfter, findings: [] }
  return restoreState(gamebook, toRawState(stateAfter), seed)
}
