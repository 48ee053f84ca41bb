/** Longer runs, in words, are not compared. */
const LONGEST_RUN = 300
/** The words that are kept: four runs, and what a short run needs to count. */
const LAST_KEPT = 2047
/** The same run so often is a loop. */
const COPIES = 4
/** A shorter run is a chant or a laugh until the whole is this long. */
const SHORT_RUN_CHARACTERS = 12
const LONGEST_CHANT = 60
/** Characters without a word, or one sign again and again. */
const LONGEST_NOISE = 400

/** Finds text that goes round in circles, in constant memory and with bounded work for each word. */
export class LoopDetector {
  readonly #words: number[] = []
  readonly #starts: number[] = []
  /** Whether a sentence or a line begins with the word. */
  readonly #begins: boolean[] = []
  /** For each length of a run, how many words in a row equal the word that far back. */
  readonly #equal = new Uint16Array(LONGEST_RUN + 1)
  #count = 0
  #offset = 0
  #word = 0
  #wordStart = -1
  #lastCode = 0
  #sameCode = 0
  #noiseStart = 0
  #isSentenceStart = true
  #beginsSentence = false

  /** How many characters to take back at the position in the text where a loop is certain; null if there is none. */
  add(text: string): { readonly position: number; readonly characters: number } | null {
    for (let index = 0; index < text.length; index += 1) {
      const loopStart = this.#addCode(text.charCodeAt(index))
      this.#offset += 1
      if (loopStart !== null) return { position: index + 1, characters: this.#offset - loopStart }
    }
    return null
  }

  /** The last word may have completed a loop. */
  end(): number | null {
    const loopStart = this.#endWord()
    return loopStart === null ? null : this.#offset - loopStart
  }

  #addCode(code: number): number | null {
    this.#sameCode = code === this.#lastCode ? this.#sameCode + 1 : 1
    this.#lastCode = code
    if (SENTENCE_ENDS.has(code)) this.#isSentenceStart = true
    if (this.#sameCode > LONGEST_NOISE) return this.#offset - LONGEST_NOISE
    const isOneWord = isIdeograph(code)
    if (!isOneWord && isWordCode(code)) {
      if (this.#wordStart === -1) this.#beginWord()
      this.#word = (Math.imul(this.#word, 31) + toLowerCase(code)) | 0
      return null
    }
    const loopStart = this.#endWord()
    if (loopStart !== null) return loopStart
    if (isOneWord) {
      this.#beginWord()
      this.#word = code
      return this.#endWord()
    }
    return this.#offset - this.#noiseStart >= LONGEST_NOISE ? this.#noiseStart : null
  }

  #beginWord(): void {
    this.#wordStart = this.#offset
    this.#word = 7
    this.#beginsSentence = this.#isSentenceStart
    this.#isSentenceStart = false
  }

  #endWord(): number | null {
    if (this.#wordStart === -1) return null
    const at = this.#count & LAST_KEPT
    this.#words[at] = this.#word | 0
    this.#starts[at] = this.#wordStart
    this.#begins[at] = this.#beginsSentence
    this.#count += 1
    this.#wordStart = -1
    this.#noiseStart = this.#offset
    return this.#findLoop()
  }

  #findLoop(): number | null {
    const last = this.#count - 1
    const longest = Math.min(LONGEST_RUN, last)
    const words = this.#words
    const equals = this.#equal
    const word = words[last & LAST_KEPT]
    let found: number | null = null
    for (let length = 1; length <= longest; length += 1) {
      if (words[(last - length) & LAST_KEPT] !== word) {
        equals[length] = 0
        continue
      }
      const equal = (equals[length] ?? 0) + 1
      equals[length] = equal
      if (found === null && equal >= length * (COPIES - 1)) found = this.#startOfLoop(length, equal)
    }
    return found
  }

  #startOfLoop(length: number, equal: number): number | null {
    const first = Math.max(this.#count - equal - length, this.#count - LAST_KEPT)
    const start = this.#startOf(first)
    const run = this.#startOf(first + length) - start
    if (run < SHORT_RUN_CHARACTERS && this.#offset - start < LONGEST_CHANT) return null
    // What is said once is no loop, so the first run stays.
    return this.#startOf(first + this.#wordsToSentence(first, length) + length)
  }

  /** A loop is noticed at any of its words; the cut is at a sentence if one begins in its first run. */
  #wordsToSentence(first: number, length: number): number {
    for (let word = 0; word < length; word += 1) if (this.#begins[(first + word) & LAST_KEPT] === true) return word
    return 0
  }

  #startOf(word: number): number {
    return this.#starts[word & LAST_KEPT] ?? 0
  }
}

const SENTENCE_ENDS: ReadonlySet<number> = new Set(
  ['.', '!', '?', '…', '。', '！', '？', '\n'].map((sign) => sign.charCodeAt(0)),
)

const toLowerCase = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code)

/** Scripts without spaces between words. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0x0e00 && code <= 0x0e7f)
}

function isWordCode(code: number): boolean {
  if (code < 0x80) {
    const lower = code | 0x20
    return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39)
  }
  const isPunctuation =
    code <= 0xbf || (code >= 0x2000 && code <= 0x2bff) || (code >= 0x3000 && code <= 0x303f) || isFullWidthSign(code)
  return !isPunctuation
}

const isFullWidthSign = (code: number): boolean =>
  (code >= 0xff01 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff20) || (code >= 0xff3b && code <= 0xff65)
