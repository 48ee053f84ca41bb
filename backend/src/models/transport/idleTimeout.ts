import type { SilentPhase } from './providerTimeoutError.ts'

/** How long a provider may send nothing, in seconds. */
export type IdleTimeoutLimits = Readonly<Record<SilentPhase, number>>

/** Reports when one exchange has been silent for too long. Each arriving piece only reads the clock and starts no timer. */
export class IdleTimeout {
  #phase: SilentPhase = 'connect'
  #heardAt = performance.now()
  #timer: NodeJS.Timeout | undefined
  readonly #limits: IdleTimeoutLimits
  readonly #onSilence: (phase: SilentPhase) => void

  constructor(limits: IdleTimeoutLimits, onSilence: (phase: SilentPhase) => void) {
    this.#limits = limits
    this.#onSilence = onSilence
    this.#arm(this.#limit)
  }

  enter(phase: SilentPhase): void {
    this.#phase = phase
    this.#heardAt = performance.now()
    this.#arm(this.#limit)
  }

  hear(): void {
    if (this.#phase === 'idle') this.#heardAt = performance.now()
    else this.enter('idle')
  }

  /** Until `enter` or `stop`: the reader causes the pause, not the provider. */
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
