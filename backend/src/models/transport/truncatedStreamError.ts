/** A stream closed before the answer was complete. It has the code of a broken connection, which means the same. */
export class TruncatedStreamError extends Error {
  override readonly name = 'TruncatedStreamError'
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE'

  constructor() {
    super('The stream ended before the answer did.')
  }
}
