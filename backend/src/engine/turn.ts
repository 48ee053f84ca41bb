import type { Gamebook } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import type { Narrator } from './narrator.ts'

export interface TurnRequest {
  readonly sessionId: string
  readonly gamebook: Gamebook
  readonly gamebookVersion: string
  /** The story so far, from the root to the message that the new ones stand under; empty for an opening. */
  readonly path: readonly Message[]
  /** The player's words; null for an opening, and for a retry, where the path ends in the words. */
  readonly words: string | null
  readonly narrator: Narrator
}

export interface StartedTurn {
  /** The player's message; null where the request has no words. */
  readonly message: Message | null
  readonly answerId: string
  /** Settles when both are stored; the model was asked before that. */
  readonly stored: Promise<void>
  /** Settles when the answer has ended, whatever became of it. Never rejects. */
  readonly ended: Promise<void>
}
