import type { TurnError } from '../messages/turnError.ts'
import { AppError } from '../errors.ts'

export class ModelConfigNotFoundError extends AppError {
  override readonly name = 'ModelConfigNotFoundError'
  readonly code = 'model-config-not-found'

  constructor() {
    super('Model not found', 'Choose another model from the list.')
  }
}

/** Someone else or another tab has saved the same model config in between. */
export class EditedElsewhereError extends AppError {
  override readonly name = 'EditedElsewhereError'
  readonly code = 'edited-elsewhere'
  override readonly errors: Readonly<Record<string, string>>

  /** @param errors the saved values of the fields that differ */
  constructor(errors: Readonly<Record<string, string>>) {
    super(
      'Not saved: this model was changed elsewhere while you edited it.',
      'Compare the marked fields. Save again to keep yours, or reload to use theirs.',
    )
    this.errors = errors
  }
}

/** The row comes from a newer version of the app. */
export class ProviderNotSupportedError extends AppError {
  override readonly name = 'ProviderNotSupportedError'
  readonly code = 'provider-not-supported'

  constructor() {
    super(
      'Provider not supported',
      'This model was saved by a newer version of the app. Use that version, or delete it.',
    )
  }
}

export class NoModelError extends AppError {
  override readonly name = 'NoModelError'
  readonly code = 'no-model'

  constructor() {
    super('No model is available to narrate.', 'Add one under Models. The built-in narrator needs no key.')
  }
}

/** Reuses the text of an answer's error: provider and remedies are the same. */
export class ModelListFailedError extends AppError {
  override readonly name = 'ModelListFailedError'
  readonly code = 'model-list-failed'

  constructor({ detail, hint, providerMessage }: TurnError) {
    super(providerMessage === undefined ? detail : `${detail} ${providerMessage}`, hint)
  }
}
