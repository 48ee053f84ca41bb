/** A mistake that the person at the terminal can fix. It is shown without a stack, and the exit status is 2. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
