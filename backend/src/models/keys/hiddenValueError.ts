import { AppError } from '../../errors.ts'
import type { SecretPlace } from './parameterSecrets.ts'
import { MASK } from './sealedValue.ts'

/** A form has the mask of a secret that isn't stored. */
export class HiddenValueError extends AppError {
  override readonly name = 'HiddenValueError'
  readonly code = 'invalid-input'
  override readonly errors: Readonly<Record<string, string>>

  constructor(missing: readonly SecretPlace[]) {
    const errors = missing.map(
      ({ field, path }) => [field, `No value is stored for ${path}: enter it instead of ${MASK}.`] as const,
    )
    super(
      errors.map(([field, message]) => `${field}: ${message}`)[0] ?? '',
      'Fix the fields listed in `errors`, then send again.',
    )
    this.errors = Object.fromEntries(errors.toReversed())
  }
}
