import type { AnswerInProgress, Message } from '../messages/message.ts'

/** Where a turn is kept. Each call is one transaction. */
export interface TurnStore {
  /** Stores the new messages of a turn and makes the last one the session's head. */
  begin(sessionId: string, messages: readonly Message[]): Promise<void>
  /** Stores answers in progress as they stand. */
  saveProgress(answers: readonly Message[]): Promise<void>
  /** Stores an answer that has ended. */
  finish(answer: AnswerInProgress): Promise<void>
}
