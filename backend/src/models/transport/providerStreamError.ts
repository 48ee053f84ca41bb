/** An error that a provider reported in a response with a successful status. */
export class ProviderStreamError extends Error {
  override readonly name = 'ProviderStreamError'
  readonly statusCode: number
  /** Unchanged. */
  readonly responseBody: string

  constructor(statusCode: number, responseBody: string) {
    super('The provider reported an error while streaming.')
    this.statusCode = statusCode
    this.responseBody = responseBody
  }
}
