/** A failure that the person who runs the bench can fix. */
export class BenchError extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
