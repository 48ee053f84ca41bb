import type { UserError } from '../../types/userError.ts'

/** What a player can change of what the narrator knows. Each settles with its error, or null. */
export interface MemoryActions {
  readonly removePin: (pinId: string) => Promise<UserError | null>
  /** An empty text removes it. */
  readonly saveNote: (text: string) => Promise<UserError | null>
  /** An empty text removes it. */
  readonly saveSummary: (text: string) => Promise<UserError | null>
}
