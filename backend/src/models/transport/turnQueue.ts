/**
 * Runs pieces of work one after the other, each in a turn of the event loop of its own, so that everything else in the
 * process waits for no more than one of them.
 */
export class TurnQueue {
  readonly #work: (() => void)[] = []

  add(work: () => void): void {
    this.#work.push(work)
    if (this.#work.length === 1) this.#schedule()
  }

  /** What the work promises to do is done before the next turn, too. */
  #schedule(): void {
    setImmediate(() => {
      this.#work.shift()?.()
      if (this.#work.length > 0) this.#schedule()
    })
  }
}
