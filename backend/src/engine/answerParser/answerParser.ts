import { type BlockEnd, findFirst, lengthOfCutEnd } from './blocks.ts'
import { findSpecial, matchInline } from './inlineMarker.ts'
import { matchLineStart, type LineStart } from './lineStart.ts'
import { CHANNEL_STARTS, type Marker } from './markers.ts'
import { type BlockContent, type OpenBlock, openBlock, readBlock, readCutBlock } from './openBlock.ts'
import type { AnswerParserOptions, ParsedPiece } from './parsedPiece.ts'
import { PieceWriter } from './pieceWriter.ts'

/** Takes apart what a model writes as text. */
export interface AnswerParser {
  /** @param text of any length, also a part of a character */
  write(text: string): readonly ParsedPiece[]
  /** Decides what is held back as if the text ended here. More may follow. */
  flush(): readonly ParsedPiece[]
  end(): readonly ParsedPiece[]
}

type Mode =
  | { readonly kind: 'text' }
  | { readonly kind: 'thinking'; readonly ends: readonly string[] }
  | OpenBlock
  /** What is left out, up to one of the ends. */
  | { readonly kind: 'skipped'; readonly ends: readonly string[] }

/** A long text is read in parts, so nothing that looks ahead in it takes long. */
const CHUNK = 1024
const TEXT: Mode = { kind: 'text' }
/** Ends that are searched for are shorter. */
const LONGEST_END = 40

/**
 * Thinking, calls, control tokens and echoes of our prompt in the text of a model become what they are; all other text
 * passes at once. The result never depends on how the text is cut into pieces. Work is linear, memory bounded.
 *
 * The dialects (`models/dialects`) read what a server sends in fields of its own: reasoning, calls in fragments, their
 * arguments and their names. This reads what stands in the text, and uses their reading of arguments.
 */
export function createAnswerParser(options: AnswerParserOptions): AnswerParser {
  return new TextParser(options)
}

class TextParser implements AnswerParser {
  readonly #options: AnswerParserOptions
  readonly #writer = new PieceWriter()
  /** What is not decided yet. */
  #held = ''
  #mode: Mode = TEXT
  #isLineStart = true
  /** Within code that is prose. */
  #isInCode = false
  /** After a heading of ours. */
  #isInEcho = false

  constructor(options: AnswerParserOptions) {
    this.#options = options
  }

  write(text: string): readonly ParsedPiece[] {
    for (let at = 0; at < text.length && !this.#writer.isOver; at += CHUNK) {
      this.#held += text.slice(at, at + CHUNK)
      this.#run(false)
    }
    return this.#writer.take()
  }

  flush(): readonly ParsedPiece[] {
    if (this.#writer.isOver || this.#mode.kind !== 'text') return []
    this.#run(true)
    this.#flushSpace()
    return this.#writer.take()
  }

  end(): readonly ParsedPiece[] {
    if (this.#writer.isOver) return []
    this.#run(true)
    this.#endBlock(this.#mode)
    this.#writer.end()
    return this.#writer.take()
  }

  #flushSpace(): void {
    if (this.#mode.kind === 'text') this.#writer.flush()
  }

  #endBlock(mode: Mode): void {
    if (mode.kind === 'text' || mode.kind === 'thinking' || mode.kind === 'skipped') return
    this.#leaveBlock(readCutBlock(mode, this.#held, this.#options.tools))
  }

  #run(isEnd: boolean): void {
    while (this.#held !== '' && !this.#writer.isOver && this.#step(isEnd));
  }

  /** Returns whether it got on. */
  #step(isEnd: boolean): boolean {
    const mode = this.#mode
    switch (mode.kind) {
      case 'text':
        return this.#isLineStart ? this.#readLineStart(isEnd) : this.#readInline(isEnd)
      case 'thinking':
        return this.#readThinking(mode.ends, isEnd)
      case 'skipped':
        return this.#skip(mode.ends)
      default: {
        const content = readBlock(mode, this.#held, this.#options.tools, isEnd)
        if (content !== null) this.#leaveBlock(content)
        return content !== null
      }
    }
  }

  #readLineStart(isEnd: boolean): boolean {
    const [space = ''] = /^\s*/.exec(this.#held) ?? []
    if (space !== '') {
      this.#writer.space(this.#take(space.length))
      return true
    }
    const { hasText, isAnnouncing, isIndented } = this.#writer
    const place = { isFirst: !hasText, isAnnouncing, isIndented, isInCode: this.#isInCode, isInEcho: this.#isInEcho }
    const found = matchLineStart(this.#held, place, this.#options, isEnd)
    if (found === 'more') return false
    this.#isInEcho &&= typeof found === 'object' && found.result.kind === 'echo'
    if (found === 'none') this.#isLineStart = false
    else this.#takeLineStart(this.#take(found.length), found.result)
    return true
  }

  #takeLineStart(source: string, start: LineStart): void {
    switch (start.kind) {
      case 'call':
        return this.#writer.calls(start.calls, source)
      case 'json':
      case 'fence':
        this.#mode = openBlock(start, source)
        return
      case 'code':
        this.#isInCode = !this.#isInCode
        this.#isLineStart = false
        return this.#writer.text(source)
      case 'label':
        return this.#writer.remove()
      case 'heading':
        this.#isInEcho = true
        return this.#writer.remove()
      case 'echo':
        this.#mode = { kind: 'skipped', ends: [start.end] }
        return this.#writer.remove()
      case 'thinking':
        return this.#takeMarker(start)
    }
  }

  #readInline(isEnd: boolean): boolean {
    const at = findSpecial(this.#held, this.#options)
    if (at !== 0) {
      this.#writer.text(this.#take(at === -1 ? this.#held.length : at))
      return true
    }
    if (/^[\r\n]/.test(this.#held)) {
      this.#isLineStart = true
      return true
    }
    const found = matchInline(this.#held, this.#options, isEnd)
    if (found === 'more') return false
    if (found === 'none') this.#writer.text(this.#take(1))
    else {
      this.#take(found.length)
      this.#takeMarker(found.result)
    }
    return true
  }

  #takeMarker(marker: Marker): void {
    this.#writer.remove()
    switch (marker.kind) {
      case 'thinking':
        this.#writer.beginThinking()
        this.#mode = marker
        return
      case 'thinking-end':
        this.#isLineStart = true
        return this.#writer.textWasThinking()
      case 'call':
      case 'call-next':
        this.#mode = openBlock(marker, '')
        return
      case 'other-speaker':
        // After its own text, a model plays the player, and what it answers itself is no answer.
        this.#mode = { kind: 'skipped', ends: this.#writer.hasText ? [] : marker.ends }
        return
      case 'end-of-message':
        if (this.#writer.hasText) this.#mode = { kind: 'skipped', ends: [] }
        return
      case 'token':
        return
    }
  }

  #readThinking(ends: readonly string[], isEnd: boolean): boolean {
    const end = findFirst(this.#held, ends, 0)
    if (end === null) {
      const kept = isEnd ? 0 : lengthOfCutEnd(this.#held, ends)
      const read = this.#held.length - kept
      this.#writer.thinking(this.#take(read))
      return read > 0
    }
    this.#writer.thinking(this.#held.slice(0, end.inside))
    return this.#goOnAfter(end)
  }

  #skip(ends: readonly string[]): boolean {
    const end = findFirst(this.#held, ends, 0)
    if (end !== null) return this.#goOnAfter(end)
    if (this.#held.length > LONGEST_END) this.#take(this.#held.length - LONGEST_END)
    return false
  }

  #leaveBlock(content: BlockContent): void {
    switch (content.kind) {
      case 'calls':
        this.#writer.calls(content.calls, this.#held.slice(0, content.end.inside))
        this.#goOnAfter(content.end)
        return
      case 'overlong':
        this.#writer.calls(content.calls, this.#held)
        this.#mode = { kind: 'skipped', ends: content.ends }
        return
      case 'prose':
        return this.#goOnInText(content.length)
      case 'code':
        this.#held = content.opening + this.#held
        this.#isInCode = content.isOpen
        return this.#goOnInText(content.opening.length + content.length)
    }
  }

  #goOnAfter(end: BlockEnd): boolean {
    const isNext = CHANNEL_STARTS.includes(this.#held.slice(end.inside, end.length))
    this.#take(isNext ? end.inside : end.length)
    this.#mode = TEXT
    this.#isLineStart = true
    return true
  }

  #goOnInText(length: number): void {
    this.#mode = TEXT
    this.#isLineStart = false
    this.#writer.text(this.#take(length))
  }

  #take(length: number): string {
    const taken = this.#held.slice(0, length)
    this.#held = this.#held.slice(length)
    return taken
  }
}
