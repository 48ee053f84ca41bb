import type { TurnError } from '../messages/turnError.ts'
import { AppError } from '../errors.ts'

export class ModelConfigNotFoundError extends AppError {
  override readonly name = 'ModelConfigNotFoundError'
  readonly code = 'model-config-not-found'

  constructor() {
    super('Model not found', 'Choose another model from the list.')
  }
}

/** Somebody else, or another tab, has saved the same model config in between. */
export class EditedElsewhereError extends AppError {
  override readonly name = 'EditedElsewhereError'
  readonly code = 'edited-elsewhere'
  override readonly errors: Readonly<Record<string, string>>

  /** @param errors how it is now, in the fields that differ */
  constructor(errors: Readonly<Record<string, string>>) {
    super(
      'This model was changed elsewhere in the meantime, and is not saved.',
      'Compare the fields that are marked, then save again to keep yours, or load it anew to keep theirs.',
    )
    this.errors = errors
  }
}

/** A row that a newer version of the app left behind. */
export class ProviderNotSupportedError extends AppError {
  override readonly name = 'ProviderNotSupportedError'
  readonly code = 'provider-not-supported'

  constructor() {
    super('Provider not supported', 'A newer version of the app has saved this model: use that version, or delete it.')
  }
}

export class NoModelError extends AppError {
  override readonly name = 'NoModelError'
  readonly code = 'no-model'

  constructor() {
    super('There is no model that could tell the story.', 'Add one under Models; the built-in narrator needs no key.')
  }
}

export class UnreadableKeyError extends AppError {
  override readonly name = 'UnreadableKeyError'
  readonly code = 'unreadable-key'

  constructor() {
    super('The stored API key cannot be read: the secret of this installation has changed.', 'Enter the key again.')
  }
}

/** In the words of an answer's error: the provider is the same, and so are the remedies. */
export class ModelListFailedError extends AppError {
  override readonly name = 'ModelListFailedError'
  readonly code = 'model-list-failed'

  constructor({ detail, hint, providerMessage }: TurnError) {
    super(providerMessage === undefined ? detail : `${detail} ${providerMessage}`, hint)
  }
}
