import { StoppedByPlayer } from '../stoppedByPlayer.ts'

/** How long a model may take in a connection test, in milliseconds. */
export interface SilenceLimits {
  /** Without any output. */
  readonly silenceMs: number
  /** Without any output while its server loads it. */
  readonly loadingMs: number
  /** For one step, with output. */
  readonly stepMs: number
}

export const SILENCE_LIMITS: SilenceLimits = { silenceMs: 15_000, loadingMs: 180_000, stepMs: 60_000 }

/** Aborts a request whose model sends nothing, or never ends. */
export class Silence {
  readonly #controller = new AbortController()
  readonly #timers: NodeJS.Timeout[]
  readonly #limits: SilenceLimits
  #isOver = false

  constructor(limits: SilenceLimits, isLoading: boolean) {
    this.#limits = limits
    this.#timers = [this.#endAfter(isLoading ? limits.loadingMs : limits.silenceMs)]
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Whether the model took too long. */
  get isOver(): boolean {
    return this.#isOver
  }

  /** The model has sent something. */
  hear(): void {
    const [silence, step] = this.#timers
    clearTimeout(silence)
    this.#timers[0] = this.#endAfter(this.#limits.silenceMs)
    if (step === undefined) this.#timers.push(this.#endAfter(this.#limits.stepMs))
  }

  /** Enough was read: the request is aborted, although it didn't take too long. */
  finish(): void {
    this.stop()
    this.#controller.abort(new StoppedByPlayer())
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #endAfter(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.#isOver = true
      this.stop()
      this.#controller.abort(new StoppedByPlayer())
    }, milliseconds)
  }
}
