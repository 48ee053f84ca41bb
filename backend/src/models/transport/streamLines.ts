import { LIMITS } from './limits.ts'
import { ResponseTooLargeError } from './responseTooLargeError.ts'

/** Splits a text that comes in pieces into lines, with any line end. Holds an incomplete line back. */
export class StreamLines {
  readonly #takeLine: (line: string) => void
  #held = ''
  /** A line feed at the start of the next piece belongs to the line end before it. */
  #endsWithReturn = false

  constructor(takeLine: (line: string) => void) {
    this.#takeLine = takeLine
  }

  add(piece: string): void {
    if (piece === '') return
    let start = this.#endsWithReturn && piece.startsWith('\n') ? 1 : 0
    this.#endsWithReturn = piece.endsWith('\r')
    const lineEnd = /\r\n|\n|\r/g
    lineEnd.lastIndex = start
    for (let end = lineEnd.exec(piece); end !== null; end = lineEnd.exec(piece)) {
      this.#hold(piece.slice(start, end.index))
      this.end()
      start = lineEnd.lastIndex
    }
    this.#hold(piece.slice(start))
  }

  /** The last line may have no line end. */
  end(): void {
    const line = this.#held
    this.#held = ''
    this.#takeLine(line)
  }

  #hold(text: string): void {
    this.#held += text
    if (this.#held.length > LIMITS.eventCharacters) throw new ResponseTooLargeError('A line')
  }
}
