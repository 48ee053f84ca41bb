import type { TurnError } from '../messages/turnError.ts'

/** The error of an answer that was in progress when the server was killed. */
export const interruptedByRestart: TurnError = {
  code: 'interrupted',
  detail: 'The server stopped during this answer.',
  hint: 'Retry for a new answer, or continue from here.',
  retryable: true,
}
