import { AppError } from '../../errors.ts'

export class TooManyStreamsError extends AppError {
  override readonly name = 'TooManyStreamsError'
  readonly code = 'too-many-streams'

  constructor(count: number) {
    super(
      `The server has ${count} open event streams and accepts no more.`,
      'Close other pages that show a story, or try again later.',
    )
  }
}
