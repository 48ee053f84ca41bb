import { AppError } from '../../errors.ts'

export class SessionNotFoundError extends AppError {
  override readonly name = 'SessionNotFoundError'
  readonly code = 'session-not-found'

  constructor() {
    super('Session not found.', 'It may have been deleted. Choose another one from the list.')
  }
}

export class MessageNotFoundError extends AppError {
  override readonly name = 'MessageNotFoundError'
  readonly code = 'message-not-found'

  constructor() {
    super('Message not found in this session.', 'Reload the session.')
  }
}

export class WrongRoleError extends AppError {
  override readonly name = 'WrongRoleError'
  readonly code = 'wrong-role'

  constructor(wanted: 'player' | 'narrator') {
    super(
      wanted === 'player' ? "Only the player's messages can be edited." : "Only the narrator's answers can be retried.",
      wanted === 'player' ? 'Retry the answer instead.' : 'Edit the message instead, or retry its answer.',
    )
  }
}

/** Some answers don't fit the questions of the gamebook. */
export class StartAnswersError extends AppError {
  override readonly name = 'StartAnswersError'
  readonly code = 'invalid-input'
  override readonly errors: Readonly<Record<string, string>>

  constructor(errors: Readonly<Record<string, string>>) {
    super("Some answers don't fit the gamebook's questions.", 'Reload the page, then answer again.')
    this.errors = errors
  }
}
