import type { Correction, Gamebook, StartAnswers } from '@llm-gamebook/story'

import type { Message } from '../messages/message.ts'
import type { PathMessage } from '../messages/pathMessage.ts'
import type { PlayerCall } from '../messages/playerCall.ts'
import type { Narrator } from '../models/narrator.ts'
import type { SessionContext } from '../sessions/sessionContext.ts'
import type { Recalled } from './memory/recall.ts'

export interface TurnRequest {
  readonly sessionId: string
  readonly gamebook: Gamebook
  readonly gamebookVersion: string
  /**
   * The story so far, from the root to the parent of the new messages; empty for an opening. For a very long story,
   * only its end.
   */
  readonly path: readonly PathMessage[]
  /** The player's message; null for an opening and for a retry, whose path ends in the message. */
  readonly text: string | null
  readonly narrator: Narrator
  /** What the player chose with the message. A retry repeats that of its message. */
  readonly call?: PlayerCall | null
  /** What an answer that this one is to replace says, and is not so. */
  readonly corrections?: readonly Correction[]
  /** What the player answered before the first page; only an opening needs it. */
  readonly startAnswers?: StartAnswers
  /** The settings, notes and summaries of the session; by default there are none. */
  readonly context?: SessionContext
  /** What is sent of the path; by default all of it. */
  readonly recalled?: Recalled
}

export interface StartedTurn {
  /** The player's message; null for an opening and a retry. */
  readonly message: Message | null
  readonly answerId: string
  /** Settles when both are stored. The request to the model leaves before that. */
  readonly stored: Promise<void>
  /** Settles when the answer has ended in any way, with the id of the one that is shown. Never rejects. */
  readonly ended: Promise<string>
}
