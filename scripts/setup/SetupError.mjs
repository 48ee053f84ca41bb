/** A foreseen fault of setting up: what is so, and what to do now. */
export class SetupError extends Error {
  name = 'SetupError'

  /**
   * @param {string} code
   * @param {string} message
   * @param {string} hint
   */
  constructor(code, message, hint) {
    super(message)
    this.code = code
    this.hint = hint
  }
}
