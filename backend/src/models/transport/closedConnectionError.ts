/**
 * The server closed a kept connection as a request went out on it. Most likely it never read the request, but it may
 * have.
 */
export class ClosedConnectionError extends TypeError {
  constructor(cause: unknown) {
    super('fetch failed', { cause })
  }
}
