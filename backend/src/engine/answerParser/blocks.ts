import { JsonSpan } from './jsonSpan.ts'

/** Where a block ends: what it encloses, and all of it. */
export interface BlockEnd {
  readonly inside: number
  readonly length: number
}

/** How much of a text is prose after all. */
export interface Prose {
  readonly prose: number
}

/** More of one call is left out. */
export const LONGEST_CALL = 16_384
/** A longer block of code is no call. */
const LONGEST_FENCE = 4000

/** Markup of a call up to one of its ends, or to the end of the JSON in it if that end was left out. */
export class MarkupBlock {
  readonly #ends: readonly string[]
  /** A marker without an end encloses one line, or JSON. */
  readonly #isLine: boolean
  #searched = 0
  #span: JsonSpan | null = null
  #spanStart = -1
  #hasOther = false

  constructor(ends: readonly string[], isLine: boolean) {
    this.#ends = ends
    this.#isLine = isLine
  }

  /** @param text what follows the marker, each time with more at its end */
  find(text: string): BlockEnd | null {
    const end = findFirst(text, this.#ends, this.#searched)
    this.#searched = text.length
    const json = this.#findEndOfJson(text)
    const line = this.#isLine ? this.#findEndOfLine(text) : null
    return first(first(end, json), line)
  }

  #findEndOfJson(text: string): BlockEnd | null {
    if (this.#span === null && !this.#hasOther) this.#findJson(text, this.#isLine ? LINE_JSON : JSON_START)
    while (this.#span !== null && this.#span.read(text.slice(this.#spanStart))) {
      const end = this.#spanStart + this.#span.length
      const next = /\S/.exec(text.slice(end))
      if (next === null || SEPARATORS_ONLY.test(text.slice(end))) return null
      if (!GOES_ON.has(next[0])) return { inside: end, length: end }
      this.#span = null
      this.#hasOther = !/[{[,;]/.test(next[0])
      if (!this.#hasOther) this.#findJson(text, NEXT_JSON, end)
    }
    return null
  }

  #findJson(text: string, pattern: RegExp, from = 0): void {
    const found = pattern.exec(text.slice(from))
    if (found === null) {
      this.#hasOther = /\S/.test(text.slice(from)) && !this.#isLine
      return
    }
    this.#spanStart = from + found[0].length - 1
    this.#span = new JsonSpan()
  }

  #findEndOfLine(text: string): BlockEnd | null {
    if (this.#span !== null) return null
    const begin = text.search(/\S/)
    const end = begin === -1 ? -1 : text.indexOf('\n', begin)
    return end === -1 ? null : { inside: end, length: end }
  }
}

const JSON_START = /^\s*[{[]/
const LINE_JSON = /^(?:\s*\[|[^\n{]*\{)/
/** It is not known yet whether more JSON follows. */
const SEPARATORS_ONLY = /^[\s,;]*$/
const NEXT_JSON = /^[\s,;]*[{[]/
/** What may follow JSON within the markup of a call. */
const GOES_ON: ReadonlySet<string> = new Set(['<', '[', '{', ',', ';', ']', '`'])

/** The first of some ends, in a text that was searched before up to a position. */
export function findFirst(text: string, ends: readonly string[], searched: number): BlockEnd | null {
  let found: BlockEnd | null = null
  for (const end of ends) {
    const at = text.indexOf(end, Math.max(0, searched - end.length))
    if (at !== -1) found = first(found, { inside: at, length: at + end.length })
  }
  return found
}

function first(one: BlockEnd | null, other: BlockEnd | null): BlockEnd | null {
  if (one === null || other === null) return one ?? other
  return other.inside < one.inside ? other : one
}

/** How much of the end of a text may be the beginning of one of the ends. */
export function lengthOfCutEnd(text: string, ends: readonly string[]): number {
  const longest = Math.max(...ends.map((end) => end.length)) - 1
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const tail = text.slice(-length)
    if (ends.some((end) => end.startsWith(tail))) return length
  }
  return 0
}

/** JSON on lines of its own. */
export class JsonBlock {
  readonly #span = new JsonSpan()
  #hasEnded = false

  find(text: string, isEnd: boolean): BlockEnd | Prose | null {
    this.#hasEnded ||= this.#span.read(text)
    if (!this.#hasEnded) return text.length > LONGEST_CALL ? { prose: text.length } : null
    const inside = this.#span.length
    const [tail = ''] = /^[ \t]{0,40}[}\]]{0,2}[,;]?[ \t]{0,40}/.exec(text.slice(inside)) ?? []
    const length = inside + tail.length
    const next = text[length]
    if (next === undefined) return isEnd ? { inside, length } : null
    return /[\r\n{[<`]/.test(next) ? { inside, length } : { prose: inside }
  }
}

/** A block of code between fences. */
export class FenceBlock {
  #searched = 0

  find(body: string): BlockEnd | Prose | null {
    const end = findFirst(body, ['```'], this.#searched)
    this.#searched = body.length
    if (end !== null) return end
    return body.length > LONGEST_FENCE ? { prose: body.length } : null
  }
}
