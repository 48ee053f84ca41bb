/** An error that a provider reported in an answer whose status says that all is well. */
export class ProviderStreamError extends Error {
  override readonly name = 'ProviderSaidError'
  readonly statusCode: number
  /** As it came. */
  readonly responseBody: string

  constructor(statusCode: number, responseBody: string) {
    super('The provider reported an error in the middle of its answer.')
    this.statusCode = statusCode
    this.responseBody = responseBody
  }
}
