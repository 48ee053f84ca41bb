/** What can be read off anything that was caught, in words and numbers of the provider. */
export interface Failure {
  /** The status of the HTTP answer, or the one that a provider named in the middle of its stream; null where there was none. */
  readonly status: number | null
  /** Codes of the error and its causes, such as `ECONNREFUSED`, `timeout` or `insufficient_quota`. */
  readonly codes: readonly string[]
  /** The most telling code of the provider's own. */
  readonly providerCode: string | null
  /** What the provider itself said, without markup and keys. */
  readonly providerMessage: string | null
  readonly retryAfterSeconds: number | null
  /** What was refused, in the provider's name for it. */
  readonly parameter: string | null
  readonly requestId: string | null
  /** How long was waited in vain. */
  readonly silentSeconds: number | null
}

export const noFailure: Failure = {
  status: null,
  codes: [],
  providerCode: null,
  providerMessage: null,
  retryAfterSeconds: null,
  parameter: null,
  requestId: null,
  silentSeconds: null,
}

/** Stable and public: clients choose a remedy by them. */
export type FailureCode =
  | 'invalid-key'
  | 'no-credit'
  | 'rate-limited'
  | 'model-not-found'
  | 'context-too-long'
  | 'content-filtered'
  | 'overloaded'
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'interrupted'
  | 'refused-parameters'
  | 'not-streaming'
  | 'bad-response'
