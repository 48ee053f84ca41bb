/** The server sent a complete response instead of a stream. */
export class NotStreamingError extends Error {
  override readonly name = 'NotStreamingError'
  readonly code = 'not-streaming'

  constructor() {
    super('Expected a stream, got a complete response.')
  }
}
