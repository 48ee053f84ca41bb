import type { UserError } from '../../types/userError.ts'

/** What a reader can do with a story. What fails without a trouble of its own is shown by the page. */
export interface PlayerActions {
  readonly send: (text: string) => Promise<UserError | null>
  readonly stop: () => void
  /** Another answer at the place of an answer, or one more to the player's words. */
  readonly retry: (messageId: string, modelConfigId?: string) => void
  readonly edit: (messageId: string, text: string) => Promise<UserError | null>
  /** Undo and redo, or another sibling with what follows it. */
  readonly goTo: (messageId: string, descend: boolean) => void
  readonly fork: (messageId: string) => void
  readonly restart: () => void
  /** Settles when it is done, or has failed. */
  readonly chooseModel: (modelConfigId: string) => Promise<void>
}
