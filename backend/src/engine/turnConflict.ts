import { AppError } from '../errors.ts'

export class TurnRunningError extends AppError {
  override readonly name = 'TurnRunningError'
  readonly code = 'turn-running'

  constructor() {
    super('The narrator is still answering.', 'Wait for the answer or stop it, then send again.')
  }
}

export class SessionEndedError extends AppError {
  override readonly name = 'SessionEndedError'
  readonly code = 'session-ended'

  constructor() {
    super('This story has ended.', 'Start over, or undo the last turn and try another way.')
  }
}
