/** Follows JSON as it arrives to the end of its first object or list. Strings may be in single quotes. */
export class JsonSpan {
  #depth = 0
  #quote = ''
  #isEscaped = false
  #length = 0
  #hasEnded = false
  #previous = ''

  /** How much of the text was read, the end of the value included. */
  get length(): number {
    return this.#length
  }

  /** Reads on in a text of which the beginning was read before. Returns whether the value has ended. */
  read(text: string): boolean {
    while (!this.#hasEnded && this.#length < text.length) {
      const sign = text[this.#length] ?? ''
      this.#length += 1
      this.#hasEnded = this.#takes(sign)
    }
    return this.#hasEnded
  }

  #takes(sign: string): boolean {
    if (this.#quote !== '') {
      if (this.#isEscaped) this.#isEscaped = false
      else if (sign === '\\') this.#isEscaped = true
      else if (sign === this.#quote) this.#quote = ''
      return false
    }
    const beginsText = sign === '"' || (sign === "'" && BEFORE_TEXT.has(this.#previous))
    if (beginsText) this.#quote = sign
    else if (sign === '{' || sign === '[') this.#depth += 1
    else if (sign === '}' || sign === ']') this.#depth -= 1
    if (!SPACE.has(sign)) this.#previous = sign
    return this.#depth === 0 && (sign === '}' || sign === ']')
  }
}

const BEFORE_TEXT: ReadonlySet<string> = new Set(['{', '[', ',', ':'])
const SPACE: ReadonlySet<string> = new Set([' ', '\n', '\r', '\t'])
