/** A foreseen fault: a code for programs, a message that says what is so, a hint that says what to do now. */
export abstract class GamebookError extends Error {
  abstract readonly code: string
  readonly hint: string

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options)
    this.hint = hint
  }
}
