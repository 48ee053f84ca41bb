/** The reason of an abort by the player or by the end of the server. */
export class StoppedByPlayer extends Error {
  override readonly name = 'StoppedByPlayer'

  constructor() {
    super('The answer was stopped.')
  }
}
