/** The reason of an abort that the player, or the end of the server, asked for. */
export class StoppedByPlayer extends Error {
  override readonly name = 'StoppedByPlayer'

  constructor() {
    super('The answer was stopped.')
  }
}
