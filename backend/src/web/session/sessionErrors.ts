import { AppError } from '../../errors.ts'

export class SessionNotFoundError extends AppError {
  override readonly name = 'SessionNotFoundError'
  readonly code = 'session-not-found'

  constructor() {
    super('Session not found.', 'It may have been deleted. Choose another one from the list.')
  }
}

export class SessionDeletedError extends AppError {
  override readonly name = 'SessionDeletedError'
  readonly code = 'session-deleted'

  constructor(canBeRestored: boolean) {
    super(
      'This session was deleted.',
      canBeRestored
        ? 'Restore it under "Recently deleted", or choose another one.'
        : 'Choose another one from the list.',
    )
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

export class PinNotFoundError extends AppError {
  override readonly name = 'PinNotFoundError'
  readonly code = 'pin-not-found'

  constructor() {
    super('Pin not found in this session.', 'Reload the page: it may have been removed elsewhere.')
  }
}

export class PinNotInMessageError extends AppError {
  override readonly name = 'PinNotInMessageError'
  readonly code = 'pin-not-in-message'

  constructor() {
    super('This text is not in a message of the story.', 'Select the text in the story again.')
  }
}

export class PinLimitError extends AppError {
  override readonly name = 'PinLimitError'
  readonly code = 'pin-limit'

  constructor(limit: number) {
    super(`A story can have at most ${limit} pins.`, 'Remove one under "What the narrator knows", then pin again.')
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
