import type { AnswerPiece } from '../messages/answerPiece.ts'
import type { AnswerInProgress, Message } from '../messages/message.ts'

/** Saves turns. Each call is one transaction. */
export interface TurnStore {
  /** Stores the new messages of a turn and makes the last one the session's head; does nothing if it is stored. */
  begin(sessionId: string, messages: readonly Message[]): Promise<void>
  /** Stores what was added to answers in progress. */
  saveProgress(pieces: readonly AnswerPiece[]): Promise<void>
  /** Stores an answer that has ended, replacing its pieces. */
  finish(answer: AnswerInProgress): Promise<void>
}
