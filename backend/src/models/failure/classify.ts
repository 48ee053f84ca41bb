import { isProvider, providers } from '../providers/providers.ts'
import type { Failure, FailureCode } from './failure.ts'
import { commonRules, type FailureRule } from './failureRules.ts'

/** Looks at the network error first, then at the body, then at the status. */
export function classify(failure: Failure, provider: string): FailureCode {
  return codeOfNetwork(failure) ?? codeOfMessage(failure, provider) ?? codeOfStatus(failure)
}

const NETWORK: readonly (readonly [RegExp, FailureCode])[] = [
  [/^not-streaming$/, 'not-streaming'],
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

function codeOfStatus({ status, codes, providerMessage }: Failure): FailureCode {
  if (status === null) return codes.length === 0 || providerMessage !== null ? 'bad-response' : 'interrupted'
  if (status >= 300 && status < 400) return 'unreachable'
  if (status === 401 || status === 403) return 'invalid-key'
  if (status === 402) return 'no-credit'
  if (status === 408) return 'timeout'
  if (status === 413) return 'context-too-long'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'overloaded'
  return 'bad-response'
}
