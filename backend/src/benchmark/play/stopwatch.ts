import type { TurnEvent } from '../../engine/turnEvent.ts'

export interface AnswerTimes {
  /** From the start of the turn to its first text, in milliseconds; null without text. */
  readonly firstWordMs: number | null
  /** From the first text to the last, in milliseconds. */
  readonly writingMs: number
}

/** Times the text of an answer, without thinking. It runs from its creation. */
export class Stopwatch {
  readonly #start = performance.now()
  readonly #textParts = new Set<string>()
  #first: number | null = null
  #last = 0

  readonly hear = (event: TurnEvent): void => {
    if (event.type === 'part-start' && event.part.type === 'text') {
      this.#textParts.add(event.part.id)
      if (event.part.text.trim() !== '') this.#note()
    }
    if (event.type === 'part-delta' && this.#textParts.has(event.partId)) this.#note()
  }

  get times(): AnswerTimes {
    if (this.#first === null) return { firstWordMs: null, writingMs: 0 }
    return { firstWordMs: this.#first - this.#start, writingMs: this.#last - this.#first }
  }

  #note(): void {
    this.#last = performance.now()
    this.#first ??= this.#last
  }
}
