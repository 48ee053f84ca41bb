/** A setting that cannot be used, in one sentence that names it and says what to do. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}
