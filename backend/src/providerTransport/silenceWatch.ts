import type { SilencePhase } from './providerTimeoutError.ts'

/** How long a provider may be silent, in seconds. */
export type SilenceLimits = Readonly<Record<SilencePhase, number>>

/** Tells when one exchange has been silent for too long. A piece that comes in costs a reading of the clock, no timer. */
export class SilenceWatch {
  #phase: SilencePhase = 'connect'
  #heardAt = performance.now()
  #timer: NodeJS.Timeout | undefined
  readonly #limits: SilenceLimits
  readonly #onSilence: (phase: SilencePhase) => void

  constructor(limits: SilenceLimits, onSilence: (phase: SilencePhase) => void) {
    this.#limits = limits
    this.#onSilence = onSilence
    this.#arm(this.#limit)
  }

  enter(phase: SilencePhase): void {
    this.#phase = phase
    this.#heardAt = performance.now()
    this.#arm(this.#limit)
  }

  hear(): void {
    if (this.#phase === 'idle') this.#heardAt = performance.now()
    else this.enter('idle')
  }

  /** Until `enter` or `stop`: the silence is our own, as long as nobody reads. */
  pause(): void {
    clearTimeout(this.#timer)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  get #limit(): number {
    return this.#limits[this.#phase] * 1000
  }

  #arm(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#check(), milliseconds)
  }

  #check(): void {
    const left = this.#limit - (performance.now() - this.#heardAt)
    if (left > 0) this.#arm(left)
    else this.#onSilence(this.#phase)
  }
}
