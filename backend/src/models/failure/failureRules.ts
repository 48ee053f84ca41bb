import type { Failure, FailureCode } from './failure.ts'

/** The conditions for a code; all that are given must be true. */
export interface FailureRule {
  readonly code: FailureCode
  /** One of these statuses; an error in the middle of a stream, which has no status, also fits. */
  readonly status?: readonly number[]
  /** Matches a code or the message. */
  readonly says?: RegExp
  readonly when?: (failure: Failure) => boolean
}

const PARAMETER_STATUSES = [400, 422]

/** The first rule that fits decides. */
export const commonRules: readonly FailureRule[] = [
  { code: 'no-credit', says: /insufficient_quota|billing|credit balance|no credit|payment required/i },
  { code: 'rate-limited', says: /rate.?limit|too many requests/i },
  { code: 'model-not-found', status: [400, 404, 422], says: /model_not_found|no such model|unknown model/i },
  { code: 'model-not-found', status: [400, 404, 422], says: /\bmodel\b.*\b(not found|not exist|does not exist)/i },
  {
    code: 'context-too-long',
    status: [400, 413, 422],
    says: /context_length_exceeded|context (length|window|size)|prompt (is )?too (long|large)|too (long|many tokens)|maximum context/i,
  },
  { code: 'content-filtered', says: /content_filter|content policy|content management policy/i },
  {
    code: 'refused-parameters',
    status: PARAMETER_STATUSES,
    when: ({ status, parameter }) => status !== null && parameter !== null,
  },
  {
    code: 'invalid-key',
    status: [400, 401, 403],
    says: /invalid_api_key|authentication_error|permission_error|api key|unauthorized/i,
  },
  { code: 'overloaded', status: [], says: /overloaded|unavailable|server_error/i },
]
