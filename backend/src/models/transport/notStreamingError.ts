/** A stream was asked for, and the answer came whole. */
export class NotStreamingError extends Error {
  override readonly name = 'NotStreamingError'
  readonly code = 'not-streaming'

  constructor() {
    super('A stream was asked for, and the answer came in one piece.')
  }
}
