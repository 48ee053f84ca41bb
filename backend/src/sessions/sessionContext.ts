import type { Pin } from './pin.ts'
import { DEFAULT_SETTINGS, type SessionSettings } from './sessionSettings.ts'
import type { Summary } from './summary.ts'

/** What a session adds to the requests of its turns, besides its messages. */
export interface SessionContext {
  readonly settings: SessionSettings
  /** The player's note to the narrator; empty if there is none. */
  readonly note: string
  /** All pins of the session, oldest first, also of messages that are not part of the story now. */
  readonly pins: readonly Pin[]
  /** All summaries of the session, oldest first. */
  readonly summaries: readonly Summary[]
}

export const EMPTY_CONTEXT: SessionContext = { settings: DEFAULT_SETTINGS, note: '', pins: [], summaries: [] }
