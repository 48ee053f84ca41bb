import type { UserError } from '../../types/userError.ts'
import type { ChosenSuggestion } from './suggestions/chosenSuggestion.ts'

/** What a player can do in a session. The page shows the errors of the actions that don't return one. */
export interface PlayerActions {
  readonly send: (text: string) => Promise<UserError | null>
  /** Does what was suggested after a message, unless the story has gone on since. */
  readonly choose: (chosen: ChosenSuggestion, headId: string | null) => Promise<UserError | null>
  readonly stop: () => void
  /** Generates a new version of an answer, or an answer to a message of the player. */
  readonly retry: (messageId: string, modelConfigId?: string) => void
  /** Generates a new version of an answer whose request says which of its sentences are not so. */
  readonly retryWithFacts: (messageId: string) => void
  /** Switches to the built-in narrator, which generates a new version of an answer, or only the next one if it is null. */
  readonly continueWithBuiltin: (messageId: string | null) => void
  readonly edit: (messageId: string, text: string) => Promise<UserError | null>
  /** Undo and redo, or another version with what follows it. */
  readonly goTo: (messageId: string, descend: boolean) => void
  readonly fork: (messageId: string) => void
  /** A new opening in this session. */
  readonly restart: () => void
  /** A new session of the same gamebook; this one stays as it is. */
  readonly playAgain: () => void
  /** Pins words of a message for the narrator. */
  readonly pin: (messageId: string, text: string) => Promise<UserError | null>
  /** Settles after success and failure alike. */
  readonly chooseModel: (modelConfigId: string) => Promise<void>
}
