/** An expected error: a code for programs, a message that says what happened, and a hint that says what to do next. */
export abstract class GamebookError extends Error {
  abstract readonly code: string
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
