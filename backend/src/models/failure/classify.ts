import { isProvider, providers } from '../providers/providers.ts'
import type { Failure, FailureCode } from './failure.ts'
import { commonRules, type FailureRule } from './failureRules.ts'

/** Looks at the network error first, then at the provider's words and codes, then at the status. */
export function classify(failure: Failure, provider: string): FailureCode {
  if (isRedirect(failure)) return 'unreachable'
  return codeOfNetwork(failure) ?? codeOfMessage(failure, provider) ?? codeOfStatus(failure)
}

export const isRedirect = ({ status }: Failure): boolean => status !== null && status >= 300 && status < 400

const NETWORK: readonly (readonly [RegExp, FailureCode])[] = [
  [/^not-streaming$/, 'not-streaming'],
  [/^response-too-large$/, 'response-too-large'],
  [/^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|forbidden-host)$/, 'unreachable'],
  [/^(timeout|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|EPROTO$)/, 'tls'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE)$/, 'interrupted'],
]

function codeOfNetwork({ status, codes }: Failure): FailureCode | undefined {
  if (status !== null) return undefined
  return NETWORK.find(([pattern]) => codes.some((code) => pattern.test(code)))?.[1]
}

function codeOfMessage(failure: Failure, provider: string): FailureCode | undefined {
  const text = [...failure.codes, failure.providerMessage ?? ''].join('\n')
  const rules = [...(isProvider(provider) ? providers[provider].failureRules : []), ...commonRules]
  return rules.find((rule) => fits(rule, failure, text))?.code
}

function fits({ status, says, when }: FailureRule, failure: Failure, text: string): boolean {
  const hasStatus = status === undefined || failure.status === null || status.includes(failure.status)
  return hasStatus && (says?.test(text) ?? true) && (when?.(failure) ?? true)
}

const STATUSES: Readonly<Record<number, FailureCode>> = {
  401: 'invalid-key',
  402: 'no-credit',
  403: 'invalid-key',
  404: 'endpoint-not-found',
  405: 'endpoint-not-found',
  407: 'blocked',
  408: 'timeout',
  410: 'model-not-found',
  413: 'context-too-long',
  429: 'rate-limited',
  451: 'unsupported-region',
  499: 'timeout',
  503: 'overloaded',
  504: 'timeout',
  522: 'timeout',
  524: 'timeout',
  529: 'overloaded',
}

function codeOfStatus({ status, codes, providerMessage, isPage }: Failure): FailureCode {
  if (status === null) {
    if (providerMessage !== null) return isPage ? 'bad-response' : 'provider-error'
    return codes.length === 0 ? 'bad-response' : 'interrupted'
  }
  const known = STATUSES[status]
  if (known !== undefined) return known
  return status >= 500 ? 'provider-error' : 'request-rejected'
}
