/** A provider sent more than any real response holds. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError'
  readonly code = 'response-too-large'

  /** @param what the part that is too large, as the subject of a sentence */
  constructor(what: string) {
    super(`${what} is too large to be real.`)
  }
}
