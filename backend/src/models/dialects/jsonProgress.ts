/** Follows a JSON text as it arrives, without keeping it: whether a value is open at its end. */
export class JsonProgress {
  #depth = 0
  #isInString = false
  #isEscaped = false

  get isOpen(): boolean {
    return this.#depth > 0 || this.#isInString
  }

  add(text: string): void {
    for (const sign of text) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (this.#isInString) {
        this.#isEscaped = sign === '\\'
        this.#isInString = sign !== '"'
      } else if (sign === '"') this.#isInString = true
      else if (sign === '{' || sign === '[') this.#depth += 1
      else if (sign === '}' || sign === ']') this.#depth -= 1
    }
  }
}
