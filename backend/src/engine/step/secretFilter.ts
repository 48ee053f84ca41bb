import { holdBackTail, type ProtectedTexts, type TailHolder } from '@llm-gamebook/story'

import type { Answer } from '../answer/answer.ts'
import { sentenceAround } from '../drift/sentenceAround.ts'

/**
 * Adds the text of one step to the answer, except what could begin a protected text, which waits. When one is complete,
 * the answer is cut after the sentence before it.
 */
export class SecretFilter {
  readonly #answer: Answer
  readonly #texts: ProtectedTexts | null
  #holder: TailHolder | null
  #shown = ''
  #waiting = ''
  #isCut = false

  /** @param texts null if nothing is protected */
  constructor(answer: Answer, texts: ProtectedTexts | null) {
    this.#answer = answer
    this.#texts = texts
    this.#holder = texts === null ? null : holdBackTail(texts)
  }

  /** Whether a protected text was written. Nothing is added after it. */
  get isCut(): boolean {
    return this.#isCut
  }

  append(text: string): void {
    if (this.#holder === null) return this.#answer.append('text', text)
    if (this.#isCut) return
    this.#waiting += text
    this.#show(this.#holder.push(text))
  }

  /** A block of text ends, so what waits is the end of a word. */
  flush(): void {
    if (this.#texts === null || this.#holder === null || this.#isCut) return
    this.#show(this.#holder.end())
    this.#holder = holdBackTail(this.#texts)
  }

  /** What was written so far turns out to be no text of the answer. */
  release(): void {
    if (this.#texts === null || this.#isCut) return
    this.#answer.append('text', this.#waiting)
    this.#shown = ''
    this.#waiting = ''
    this.#holder = holdBackTail(this.#texts)
  }

  #show({ shown, match }: ReturnType<TailHolder['push']>): void {
    this.#answer.append('text', shown)
    this.#shown += shown
    this.#waiting = this.#waiting.slice(shown.length)
    if (match !== null) this.#cut()
  }

  #cut(): void {
    const { length } = this.#shown
    const { start } = sentenceAround(this.#shown + this.#waiting, { start: length, end: length + 1 })
    this.#isCut = true
    if (start < length) this.#answer.withdraw('secret', length - start)
    this.#answer.addWithdrawn('secret', this.#waiting)
  }
}
