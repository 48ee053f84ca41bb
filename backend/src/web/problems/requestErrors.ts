import { AppError } from '../../errors.ts'

export class RequestNotFoundError extends AppError {
  override readonly name = 'RequestNotFoundError'
  readonly code = 'request-not-found'

  constructor() {
    super(
      'There is no request with this id.',
      'It may have been deleted with its session. Reload the list of requests.',
    )
  }
}

export class RequestTextGoneError extends AppError {
  override readonly name = 'RequestTextGoneError'
  readonly code = 'request-text-gone'

  constructor() {
    super('The text of this request is not kept.', 'Its usage is. Change how long texts are kept for later requests.')
  }
}
