/** Why the server cannot start, in one sentence that says what to do. */
export class StartupError extends Error {
  override readonly name: string = 'StartupError'
}

/** An unusable setting, in one sentence that names it and says what to do. */
export class SettingError extends StartupError {
  override readonly name = 'SettingError'
}
