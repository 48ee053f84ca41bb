/** Errors whose remedy is in the settings of the model, with the field to change; null where it depends. */
const FIELDS: ReadonlyMap<string, string | null> = new Map([
  ['invalid-key', 'apiKey'],
  ['access-denied', 'apiKey'],
  ['model-not-found', 'modelName'],
  ['endpoint-not-found', 'baseUrl'],
  ['unreachable', 'baseUrl'],
  ['tls', 'baseUrl'],
  ['timeout', null],
  ['not-streaming', null],
  ['refused-parameters', null],
  ['output-limit', null],
  ['window-too-small', null],
  ['reasoning-missing', null],
  ['request-rejected', null],
  ['model-without-price', 'prices'],
  ['answer-without-limit', null],
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

/** The page that fixes an error, at the field to change; null for an error that no setting fixes. */
export function settingsPage(code: string, modelConfigId: string): string | null {
  const field = FIELDS.get(code)
  if (field === undefined) return null
  return field === null ? `/models/${modelConfigId}` : `/models/${modelConfigId}#${field}`
}
export const needsProviderMessage = (code: string): boolean => IN_WORDS.has(code)
export const isByBudget = (code: string): boolean => BY_BUDGET.has(code)
