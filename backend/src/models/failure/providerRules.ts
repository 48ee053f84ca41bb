import type { ModelProvider } from '../../providers.ts'
import type { Failure, FailureCode } from './failure.ts'

/** What a failure must be like to have a code; all that is given must hold. */
export interface FailureRule {
  readonly code: FailureCode
  /** One of these statuses, or none at all: an error in the middle of a stream has none. */
  readonly status?: readonly number[]
  /** In the codes or the words. */
  readonly says?: RegExp
  readonly when?: (failure: Failure) => boolean
}

const asksForPause = ({ retryAfterSeconds }: Failure): boolean => retryAfterSeconds !== null

/** What means one thing at one provider and might mean another elsewhere. Asked before the rules for all. */
export const providerRules: Partial<Record<ModelProvider, readonly FailureRule[]>> = {
  anthropic: [
    { code: 'no-credit', says: /billing_error|credit balance/i },
    { code: 'model-not-found', status: [404], says: /not_found_error/ },
    { code: 'context-too-long', says: /prompt is too long|request_too_large/i },
  ],
  deepseek: [
    { code: 'no-credit', says: /insufficient balance/i },
    { code: 'model-not-found', status: [400], says: /supported API model names|model not exist/i },
  ],
  google: [
    { code: 'invalid-key', says: /API_KEY_INVALID|API key (not valid|expired)/i },
    { code: 'rate-limited', status: [429], when: asksForPause },
    { code: 'no-credit', status: [429], says: /billing|prepay|credits/i },
    { code: 'model-not-found', status: [404], says: /NOT_FOUND/ },
    { code: 'context-too-long', says: /input token count/i },
  ],
  mistral: [
    { code: 'model-not-found', says: /invalid_model|invalid model/i },
    { code: 'context-too-long', says: /too large for model/i },
  ],
  openrouter: [
    { code: 'model-not-found', says: /not a valid model ID|no endpoints found for/i },
    { code: 'refused-parameters', says: /no endpoints found that support/i },
    { code: 'content-filtered', status: [403], says: /moderation|flagged/i },
  ],
  xai: [
    { code: 'invalid-key', status: [400], says: /API key/i },
    { code: 'no-credit', says: /credits|spending limit/i },
    { code: 'context-too-long', says: /prompt length/i },
  ],
}

const PARAMETER_STATUSES = [400, 422]

/** The first that fits. */
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
