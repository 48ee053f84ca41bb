import type { WrittenCall } from './callJson.ts'
import { LoopDetector } from './loopDetector.ts'
import type { ParsedPiece } from './parsedPiece.ts'

/** More of it is noise, in which the loop detector finds a loop. */
const LONGEST_SPACE = 2000
const LONGEST_SOURCE = 4000

/** Collects the pieces of an answer, with the space that remains where something was left out. */
export class PieceWriter {
  #pieces: ParsedPiece[] = []
  #loop = new LoopDetector()
  /** Not written before it is known what follows. */
  #space = ''
  /** The same, after something was left out. */
  #spaceAfter = ''
  #thinkingSpace = ''
  #isAfterRemoval = false
  #hasText = false
  #hasThinking = false
  #lastText = ''
  #isOver = false

  get isOver(): boolean {
    return this.#isOver
  }

  get hasText(): boolean {
    return this.#hasText
  }

  get isAfterRemoval(): boolean {
    return this.#isAfterRemoval
  }

  /** Whether the last text announces what follows, such as code that somebody reads, and no call. */
  get isAnnouncing(): boolean {
    return /[:：]$/.test(this.#lastText) && !ANNOUNCES_CALL.test(this.#lastText)
  }

  /** Whether the line that begins is indented like code. */
  get isIndented(): boolean {
    return /(?:\t| {4})$/.test(this.#space + this.#spaceAfter)
  }

  text(text: string): void {
    const isAtSpace = !this.#hasText || this.#space + this.#spaceAfter !== '' || /\s/.test(this.#lastWritten)
    const written = this.#isAfterRemoval && isAtSpace ? text.replace(/^ {1,40}/, '') : text
    if (written === '') return
    const space = this.#takeSpace()
    this.#isAfterRemoval = false
    this.#write(space + written)
  }

  #lastWritten = ''

  /** White space before something that is not known yet. */
  space(space: string): void {
    if (this.#isAfterRemoval) this.#spaceAfter += space
    else this.#space += space
    if (this.#space.length + this.#spaceAfter.length > LONGEST_SPACE) this.#write(this.#takeSpace())
  }

  /** Where something was left out, the wider of the spaces around it remains. */
  #takeSpace(): string {
    const [before, after] = [this.#space, this.#spaceAfter]
    this.#space = ''
    this.#spaceAfter = ''
    if (this.#isAfterRemoval && !this.#hasText) return ''
    return before === '' || countLines(after) > countLines(before) ? after : before
  }

  /** Something was left out here. */
  remove(): void {
    const space = this.#isAfterRemoval ? this.#takeSpace() : this.#space
    this.#space = space
    this.#isAfterRemoval = true
  }

  beginThinking(): void {
    this.remove()
    this.#hasThinking = false
    this.#thinkingSpace = ''
  }

  thinking(text: string): void {
    const end = text.trimEnd().length
    if (end > 0) {
      const written = this.#hasThinking ? this.#thinkingSpace + text.slice(0, end) : text.slice(0, end).trimStart()
      this.#hasThinking = true
      this.#thinkingSpace = ''
      this.#push('thinking', written)
    }
    this.#thinkingSpace += text.slice(end)
  }

  /** A closing tag without an opening one. */
  textWasThinking(): void {
    this.remove()
    if (!this.#hasText) return
    this.#pieces.push({ type: 'text-was-thinking' })
    this.#hasText = false
    this.#loop = new LoopDetector()
  }

  calls(calls: readonly WrittenCall[], source: string): void {
    this.remove()
    const kept = source.slice(0, LONGEST_SOURCE)
    for (const { tool, name, input } of calls) {
      if (tool !== undefined && input !== undefined) {
        this.#pieces.push({ type: 'call', name: tool.name, input, source: kept })
      } else this.#pieces.push({ type: 'hidden-call', name, source: kept })
    }
  }

  /** Space at the end belongs to the text, unless what followed it was left out. */
  flush(): void {
    const space = this.#takeSpace()
    if (!this.#isAfterRemoval && space !== '') this.#write(space)
  }

  end(): void {
    this.flush()
    const characters = this.#loop.end()
    if (characters !== null && !this.#isOver) this.#stop(characters)
  }

  take(): readonly ParsedPiece[] {
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  #write(text: string): void {
    if (this.#isOver) return
    const found = this.#loop.add(text)
    const written = found === null ? text : text.slice(0, found.position)
    const trimmed = written.trimEnd()
    if (trimmed !== '') {
      this.#hasText = true
      this.#lastText = (this.#lastText + trimmed).slice(-LAST_TEXT)
    }
    this.#lastWritten = written.slice(-1)
    this.#push('text', written)
    if (found !== null) this.#stop(found.characters)
  }

  #stop(characters: number): void {
    this.#isOver = true
    this.#pieces.push({ type: 'loop', characters })
  }

  #push(type: 'text' | 'thinking', text: string): void {
    const last = this.#pieces.at(-1)
    if (last?.type === type) this.#pieces[this.#pieces.length - 1] = { type, text: last.text + text }
    else this.#pieces.push({ type, text })
  }
}

const LAST_TEXT = 80
const ANNOUNCES_CALL = /call|function|tool/i

const countLines = (space: string): number => space.split('\n').length
