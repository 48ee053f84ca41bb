import type { LanguageModelV4FinishReason } from '@ai-sdk/provider'

import type { Finish } from './finishReason.ts'
import { mergeCounts, type TokenCounts } from './tokenUsage.ts'
import { textOf } from './values.ts'

const LONGEST_WORD = 100

/** What a response says beside its text. The packages read only a part of it. */
export class AnswerReport {
  readonly isStream: boolean
  /** Why there is no complete answer. */
  failure: unknown = undefined
  hasCalls = false
  #counts: TokenCounts = {}
  #model: string | undefined
  #finish: Finish | undefined
  #word = ''
  #isRefusal = false
  #isDone = false

  constructor(isStream: boolean) {
    this.isStream = isStream
  }

  get counts(): TokenCounts {
    return this.#counts
  }

  /** The model that answers. */
  get model(): string | undefined {
    return this.#model
  }

  /** Undefined if the server has given no reason yet. */
  get finish(): Finish | undefined {
    return this.#finish
  }

  get hasEnd(): boolean {
    return this.#finish !== undefined || this.#isDone
  }

  get finishReason(): LanguageModelV4FinishReason {
    return { unified: this.#unified, raw: this.#word === '' ? undefined : this.#word }
  }

  get #unified(): Finish {
    if (this.#finish === 'length' || this.#finish === 'content-filter') return this.#finish
    if (this.hasCalls) return 'tool-calls'
    return this.#isRefusal ? 'content-filter' : 'stop'
  }

  /** The server says that there is nothing more, perhaps without a reason. */
  done(): void {
    this.#isDone = true
  }

  /** @param word the provider's own */
  end(finish: Finish | undefined, word: unknown): void {
    if (finish === undefined) return
    this.#finish = finish
    this.#word = textOf(word).slice(0, LONGEST_WORD)
  }

  /** The model refuses, in words. */
  refuse(): void {
    this.#isRefusal = true
  }

  setModel(name: unknown): void {
    this.#model = textOf(name) || this.#model
  }

  count(counts: TokenCounts): void {
    this.#counts = mergeCounts(this.#counts, counts)
  }
}
