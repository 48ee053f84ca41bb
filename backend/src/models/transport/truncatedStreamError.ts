/** A stream ended cleanly before its end was told. In the code of a connection that breaks: it comes to the same. */
export class TruncatedStreamError extends Error {
  override readonly name = 'EarlyEndError'
  readonly code = 'ERR_STREAM_PREMATURE_CLOSE'

  constructor() {
    super('The stream ended before the answer did.')
  }
}
