import { buildAutomaton, LONGEST_HOLD, step, type Automaton, type AutomatonNode } from './automaton.ts'
import { foldForMatch, foldUnit } from './foldUnit.ts'

/** The set of texts that no one may read yet. */
export interface ProtectedTexts {
  readonly automaton: Automaton
}

export function protectTexts(texts: readonly string[]): ProtectedTexts {
  return { automaton: buildAutomaton(texts.map(foldForMatch)) }
}

/** Where a protected text is: from `start` up to `end`. */
export interface ProtectedMatch {
  readonly start: number
  readonly end: number
}

/** Reads a text by code units, and knows how much of its end could begin a protected text. */
export class TextReader {
  readonly #texts: ProtectedTexts
  /** Where the last folded characters are in the text, by their number modulo the size. */
  readonly #starts = new Float64Array(SIZE)
  /** Whether they are lowercase letters. */
  readonly #isLower = new Uint8Array(SIZE)
  #node: AutomatonNode
  #folded = 0
  #isSpace = false
  #position = 0
  #letterEnd = 0

  constructor(texts: ProtectedTexts) {
    this.#texts = texts
    this.#node = texts.automaton.root
    this.#readCharacter(' ')
  }

  /** Reads one code unit; the match that it completes, or null. */
  read(unit: string): ProtectedMatch | null {
    const letters = foldUnit(unit)
    const isLower = unit !== unit.toUpperCase() && unit === unit.toLowerCase()
    let match: ProtectedMatch | null = null
    for (const character of letters) {
      match = this.#readCharacter(character, isLower) ?? match
      if (character !== ' ') this.#letterEnd = this.#position + 1
    }
    this.#position += 1
    while (this.#position - this.held > LONGEST_HOLD) this.#node = this.#node.fail ?? this.#texts.automaton.root
    return match
  }

  /** The end of the text ends its last word. */
  end(): ProtectedMatch | null {
    return this.#readCharacter(' ')
  }

  /** The position from which the text could begin a protected one; its end if nothing could. */
  get held(): number {
    const { depth } = this.#node
    // A space before the first word is part of every protected text, and gives nothing away.
    return depth <= 1 ? this.#position : (this.#starts[(this.#folded - depth + 1) % SIZE] ?? this.#position)
  }

  #readCharacter(character: string, isLower = false): ProtectedMatch | null {
    const isSpace = character === ' '
    if (isSpace && this.#isSpace) return null
    this.#isSpace = isSpace
    this.#starts[this.#folded % SIZE] = this.#position
    this.#isLower[this.#folded % SIZE] = Number(isLower)
    this.#folded += 1
    this.#node = step(this.#texts.automaton, this.#node, character)
    const { length: textLength, wordLength } = this.#node
    const isName = wordLength > 0 && this.#isLower[(this.#folded - wordLength + 1) % SIZE] === 0
    const length = Math.max(textLength, isName ? wordLength : 0)
    if (length === 0) return null
    return { start: this.#starts[(this.#folded - length + 1) % SIZE] ?? 0, end: this.#letterEnd }
  }
}

/** More than the longest protected text has characters. */
const SIZE = 128
