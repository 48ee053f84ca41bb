/** The process was asked to end while a program ran for it. */
export class Interruption extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Interrupted by ${signal}.`)
    this.name = 'Interruption'
    this.signal = signal
  }
}
