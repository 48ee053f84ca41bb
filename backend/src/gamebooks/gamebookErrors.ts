import { AppError } from '../errors.ts'

export class GamebookNotFoundError extends AppError {
  override readonly name = 'GamebookNotFoundError'
  readonly code = 'gamebook-not-found'

  constructor(id: string) {
    super(`Gamebook "${id}" not found.`, 'Choose one from the library.')
  }
}

export class GamebookReadOnlyError extends AppError {
  override readonly name = 'GamebookReadOnlyError'
  readonly code = 'gamebook-read-only'

  constructor(id: string) {
    super(`"${id}" comes with the app and can't be changed.`, 'Fork it, then edit your copy.')
  }
}

export class GamebookNotPlayableError extends AppError {
  override readonly name = 'GamebookNotPlayableError'
  readonly code = 'gamebook-not-playable'

  constructor(id: string) {
    super(
      `"${id}" has errors and can't be played.`,
      'Its page lists them with line numbers. Fix them in the file, then reload.',
    )
  }
}

export class GamebookTooLargeToCheckError extends AppError {
  override readonly name = 'GamebookTooLargeToCheckError'
  readonly code = 'gamebook-too-large-to-check'

  constructor(cause: unknown) {
    super(
      'This gamebook is too large to check in the app.',
      'Check it in a terminal, where it can use more memory: npm run gamebook -- check <gamebook>',
      { cause },
    )
  }
}

export class ImageNotFoundError extends AppError {
  override readonly name = 'ImageNotFoundError'
  readonly code = 'image-not-found'

  constructor(id: string) {
    super(`"${id}" has no cover that can be shown.`, 'If its file names one, its page says why.')
  }
}
