import { AppError } from '../errors.ts'
import { resolveAddress } from './address/resolveAddress.ts'
import { maskHeaders } from './keys/headerSecrets.ts'
import type { ModelRecipe } from './modelConfig.ts'
import { ExtraHeaders } from './parameters/requestFields.ts'
import { providers } from './providers/providers.ts'

/** What was saved once, by another version or by hand, can't be sent. */
export class UnusableModelError extends AppError {
  override readonly name = 'UnusableModelError'
  readonly code = 'model-config-unusable'
  override readonly errors: Readonly<Record<string, string>>

  constructor(errors: Readonly<Record<string, string>>) {
    const [first = ''] = Object.entries(errors).map(([field, message]) => `${field}: ${message}`)
    super(
      `The saved settings of this model can't be used. ${first}`,
      'Open it under Models, fix the marked fields, then save.',
    )
    this.errors = errors
  }
}

/** Throws `UnusableModelError` for a config whose requests would go nowhere. */
export function checkUsable({ provider, baseUrl, exactAddress, parameters }: ModelRecipe): void {
  if (providers[provider].server === null) return
  const address = resolveAddress({ provider, typed: baseUrl ?? '', exactly: exactAddress })
  const headers = ExtraHeaders.nullable().safeParse(maskHeaders(parameters.extraHeaders))
  const errors = {
    ...('refusal' in address && { baseUrl: address.refusal }),
    ...(!headers.success && { extraHeaders: headers.error.issues[0]?.message ?? '' }),
  }
  if (Object.keys(errors).length > 0) throw new UnusableModelError(errors)
}
