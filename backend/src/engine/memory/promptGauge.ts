import type { LanguageModelV4CallOptions } from '@ai-sdk/provider'

import type { Memory } from '../../sessions/memory.ts'
import type { MemoryPlan } from './planMemory.ts'
import { countRequestBytes } from './requestBytes.ts'
import { adjustFactor } from './tokenFactor.ts'

/** Follows how long the requests of one turn become, and what the provider counts for them. */
export class PromptGauge {
  readonly #budget: number
  #memory: Memory
  #bytes = 0
  #growth = 0

  constructor({ memory, size: { budget, factor } }: Pick<MemoryPlan, 'memory' | 'size'>) {
    this.#budget = budget
    this.#memory = { ...(memory ?? WHOLE), factor }
  }

  /** Whether one more step like the last one would not fit the budget. */
  get isFull(): boolean {
    return (this.#bytes + this.#growth) * this.#memory.factor > this.#budget && this.#growth > 0
  }

  addRequest(request: Pick<LanguageModelV4CallOptions, 'prompt' | 'tools'>): void {
    const bytes = countRequestBytes(request)
    if (this.#bytes > 0) this.#growth = Math.max(0, bytes - this.#bytes)
    this.#bytes = bytes
  }

  /**
   * What the answer stores: the memory of its turn, with the tokens that were counted for the last request. Null if the
   * provider counts none.
   */
  addCount(inputTokens: number | null): Memory | null {
    if (inputTokens === null) return null
    const factor = adjustFactor(this.#memory.factor, { bytes: this.#bytes, inputTokens })
    this.#memory = { ...this.#memory, factor }
    return this.#memory
  }
}

const WHOLE = { keepFrom: null, summaryId: null, blockBytes: 0 } as const
