import { PROVIDERS } from '../../providers.ts'
import type { Failure, FailureCode } from './failure.ts'
import { commonRules, type FailureRule, providerRules } from './providerRules.ts'

/** The first that fits: the network, then what the body says, then the status. */
export function classify(failure: Failure, provider: string): FailureCode {
  return codeOfNetwork(failure) ?? codeOfWords(failure, provider) ?? codeOfStatus(failure)
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

function codeOfWords(failure: Failure, provider: string): FailureCode | undefined {
  const words = [...failure.codes, failure.providerMessage ?? ''].join('\n')
  const known = PROVIDERS.find((name) => name === provider)
  const rules = [...((known && providerRules[known]) ?? []), ...commonRules]
  return rules.find((rule) => fits(rule, failure, words))?.code
}

function fits({ status, says, when }: FailureRule, failure: Failure, words: string): boolean {
  const hasStatus = status === undefined || failure.status === null || status.includes(failure.status)
  return hasStatus && (says?.test(words) ?? true) && (when?.(failure) ?? true)
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
