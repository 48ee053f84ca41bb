import type { TurnError } from '../messages/turnError.ts'

/** The error of an answer that was being told when the server ended without a chance to stop it. */
export const interruptedByRestart: TurnError = {
  code: 'interrupted',
  detail: 'The server ended while this was told.',
  hint: 'Retry to have it told again, or go on from here.',
  retryable: true,
}
