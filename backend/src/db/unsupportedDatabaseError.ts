/** The database was made by a newer version, or by another program. It is left unchanged. */
export class UnsupportedDatabaseError extends Error {
  override readonly name = 'UnsupportedDatabaseError'
  readonly madeBy: 'newer-version' | 'other-program'

  constructor(madeBy: UnsupportedDatabaseError['madeBy'], message: string) {
    super(message)
    this.madeBy = madeBy
  }
}
