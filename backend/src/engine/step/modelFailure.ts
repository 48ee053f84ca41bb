/** A failure of the model or its connection. Any other error in a turn is an error of the server itself. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'

  constructor(cause: unknown) {
    super('The model failed.', { cause })
  }
}
