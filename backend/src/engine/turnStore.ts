import type { AnswerInProgress, Message } from '../messages/message.ts'

/** Saves turns. Each call is one transaction. */
export interface TurnStore {
  /** Stores the new messages of a turn and makes the last one the session's head; does nothing if it is stored. */
  begin(sessionId: string, messages: readonly Message[]): Promise<void>
  /** Stores the current content of answers in progress. */
  saveProgress(answers: readonly Message[]): Promise<void>
  /** Stores an answer that has ended. */
  finish(answer: AnswerInProgress): Promise<void>
}
