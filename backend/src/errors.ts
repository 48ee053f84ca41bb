/** Every error code of the API. Diagnostics and answers have codes of their own. */
export type ErrorCode =
  | 'bad-request'
  | 'benchmark-unavailable'
  | 'budget-not-found'
  | 'cost-unknown'
  | 'database-busy'
  | 'database-damaged'
  | 'database-taken'
  | 'database-unreachable'
  | 'disk-full'
  | 'disk-slow'
  | 'edited-elsewhere'
  | 'empty-body'
  | 'foreign-host'
  | 'foreign-origin'
  | 'gamebook-not-found'
  | 'gamebook-not-playable'
  | 'gamebook-read-only'
  | 'gamebook-too-large-to-check'
  | 'head-moved'
  | 'headers-too-large'
  | 'image-not-found'
  | 'internal-error'
  | 'invalid-input'
  | 'malformed-json'
  | 'message-not-found'
  | 'method-not-allowed'
  | 'model-config-not-found'
  | 'model-config-unusable'
  | 'model-list-failed'
  | 'no-model'
  | 'not-writable'
  | 'password-required'
  | 'pin-limit'
  | 'pin-not-found'
  | 'pin-not-in-message'
  | 'provider-not-supported'
  | 'report-running'
  | 'request-not-found'
  | 'request-text-gone'
  | 'request-timeout'
  | 'save-unconfirmed'
  | 'session-ended'
  | 'session-deleted'
  | 'session-not-found'
  | 'state-invalid'
  | 'state-version'
  | 'storage-failed'
  | 'too-large'
  | 'too-many-budgets'
  | 'too-many-requests'
  | 'too-many-streams'
  | 'turn-running'
  | 'unknown-path'
  | 'unreadable-key'
  | 'unsupported-media-type'
  | 'wrong-role'

/** An expected error, without HTTP: `web/problems/problem.ts` gives it a status. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode
  /** What to do next. */
  readonly hint: string
  /** Messages by field of a form. */
  readonly errors?: Readonly<Record<string, string>>

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
