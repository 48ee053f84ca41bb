import { AppError } from '../errors.ts'

export class GamebookNotFoundError extends AppError {
  override readonly name = 'GamebookNotFoundError'
  readonly code = 'gamebook-not-found'

  constructor(id: string) {
    super(`There is no gamebook '${id}'.`, 'Choose one from the library.')
  }
}

export class GamebookReadOnlyError extends AppError {
  override readonly name = 'GamebookReadOnlyError'
  readonly code = 'gamebook-read-only'

  constructor(id: string) {
    super(`'${id}' came with the app and cannot be changed.`, 'Fork it: the copy is yours to change.')
  }
}

export class GamebookNotPlayableError extends AppError {
  override readonly name = 'GamebookNotPlayableError'
  readonly code = 'gamebook-not-playable'

  constructor(id: string) {
    super(`'${id}' has errors and cannot be played.`, 'Its page lists them with their lines; mend them there.')
  }
}

export class GamebookTooLargeToCheckError extends AppError {
  override readonly name = 'GamebookTooLargeToCheckError'
  readonly code = 'gamebook-too-large-to-check'

  constructor(cause: unknown) {
    super(
      'More can happen in this gamebook than the app looks through.',
      'Let it be looked through in a terminal, for as long as you like: npm run gamebook -- check <folder>.',
      { cause },
    )
  }
}

export class ImageNotFoundError extends AppError {
  override readonly name = 'ImageNotFoundError'
  readonly code = 'image-not-found'

  constructor(id: string) {
    super(`'${id}' has no picture that can be shown.`, 'Its page says why, where its file names one.')
  }
}
