/** What an error says, whatever its form. */
export interface Failure {
  /** The status of the HTTP response, or the one that a provider named in its stream; null if there is none. */
  readonly status: number | null
  /** Codes of the error and its causes, such as `ECONNREFUSED`, `timeout` or `insufficient_quota`. */
  readonly codes: readonly string[]
  /** The most specific code of the provider. */
  readonly providerCode: string | null
  /** The provider's message, without markup. */
  readonly providerMessage: string | null
  /** The provider sent a web page. */
  readonly isPage: boolean
  readonly retryAfterSeconds: number | null
  /** The parameter that was rejected. */
  readonly parameter: string | null
  readonly requestId: string | null
  /** How long the provider sent nothing. */
  readonly silentSeconds: number | null
}

export const noFailure: Failure = {
  status: null,
  codes: [],
  providerCode: null,
  providerMessage: null,
  isPage: false,
  retryAfterSeconds: null,
  parameter: null,
  requestId: null,
  silentSeconds: null,
}

/** The stable codes of the API. */
export type FailureCode =
  | 'invalid-key'
  | 'access-denied'
  | 'unsupported-region'
  | 'blocked'
  | 'no-credit'
  | 'rate-limited'
  | 'model-not-found'
  | 'endpoint-not-found'
  | 'window-too-small'
  | 'context-too-long'
  | 'request-too-large'
  | 'content-filtered'
  | 'output-limit'
  | 'empty-answer'
  | 'malformed-call'
  | 'overloaded'
  | 'model-loading'
  | 'out-of-memory'
  | 'provider-error'
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'interrupted'
  | 'refused-parameters'
  | 'tools-rejected'
  | 'no-tool-parser'
  | 'template-error'
  | 'message-order'
  | 'reasoning-missing'
  | 'request-rejected'
  | 'not-streaming'
  | 'response-too-large'
  | 'bad-response'
