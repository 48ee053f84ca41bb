import { AppError } from '../../errors.ts'

export class SessionNotFoundError extends AppError {
  override readonly name = 'SessionNotFoundError'
  readonly code = 'session-not-found'

  constructor() {
    super('There is no such session.', 'It may have been deleted; choose another one from the list.')
  }
}

export class MessageNotFoundError extends AppError {
  override readonly name = 'MessageNotFoundError'
  readonly code = 'message-not-found'

  constructor() {
    super('There is no such message in this session.', 'Load the session again and choose one of its messages.')
  }
}

export class WrongRoleError extends AppError {
  override readonly name = 'WrongRoleError'
  readonly code = 'wrong-role'

  constructor(wanted: 'player' | 'narrator') {
    super(
      wanted === 'player' ? "Only the player's words can be edited." : "Only the narrator's answers can be retried.",
      wanted === 'player' ? 'Retry the answer instead.' : 'Edit the words instead, or retry their answer.',
    )
  }
}
