import { AppError } from '../errors.ts'

export class TurnRunningError extends AppError {
  override readonly name = 'TurnRunningError'
  readonly code = 'turn-running'

  constructor() {
    super('The narrator is still answering.', 'Wait for the answer or stop it, then send again.')
  }
}

/** Something was chosen on a page whose story has gone on since. */
export class HeadMovedError extends AppError {
  override readonly name = 'HeadMovedError'
  readonly code = 'head-moved'

  constructor() {
    super('The story has gone on since this was shown.', 'Reload the session, then choose again.')
  }
}

export class SessionEndedError extends AppError {
  override readonly name = 'SessionEndedError'
  readonly code = 'session-ended'

  constructor() {
    super('This story has ended.', 'Start over, or undo the last turn and try another way.')
  }
}
