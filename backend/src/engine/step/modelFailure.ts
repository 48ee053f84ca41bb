/** Whatever a model, or the way to it, did wrong. Anything else that is thrown in a turn is a fault of ours. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'

  constructor(cause: unknown) {
    super('The model failed.', { cause })
  }
}
