/** The model requested a call that nobody can read. With the provider's words, if it has some. */
export class MalformedCallError extends Error {
  override readonly name = 'MalformedCallError'
  readonly code = 'malformed-call'
  readonly statusCode = 200
  /** In the form of an error body. */
  readonly responseBody?: string

  constructor(providerMessage = '', providerCode = '') {
    super('The model requested a call that cannot be read.')
    if (providerMessage === '' && providerCode === '') return
    const message = providerMessage === '' ? {} : { message: providerMessage }
    this.responseBody = JSON.stringify({ error: { ...message, code: providerCode } })
  }
}
