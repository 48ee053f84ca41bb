import { AppError } from '../../errors.ts'

/** The secret has changed since the key was stored. */
export class UnreadableKeyError extends AppError {
  override readonly name = 'UnreadableKeyError'
  readonly code = 'unreadable-key'

  constructor() {
    super("The stored API key can't be decrypted: the server's secret has changed.", 'Enter the key again.')
  }
}
