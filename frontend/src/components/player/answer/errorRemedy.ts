/** The remedy is in the settings of the model. */
const IN_SETTINGS: ReadonlySet<string> = new Set([
  'invalid-key',
  'model-not-found',
  'endpoint-not-found',
  'unreachable',
  'timeout',
  'tls',
  'not-streaming',
  'refused-parameters',
  'output-limit',
  'window-too-small',
  'reasoning-missing',
  'request-rejected',
  'model-without-price',
  'answer-without-limit',
])

/** A budget doesn't allow requests to the model. */
const BY_BUDGET: ReadonlySet<string> = new Set(['budget-used-up', 'model-without-price', 'answer-without-limit'])

/** Only the provider's own words say what is wrong. */
const IN_WORDS: ReadonlySet<string> = new Set([
  'access-denied',
  'provider-error',
  'request-rejected',
  'template-error',
  'message-order',
  'tools-rejected',
])

export const isFixedInSettings = (code: string): boolean => IN_SETTINGS.has(code)
export const needsProviderMessage = (code: string): boolean => IN_WORDS.has(code)
export const isByBudget = (code: string): boolean => BY_BUDGET.has(code)
