/** A word or a mark of punctuation. */
export interface Token {
  /** Folded; `you're` is two tokens. */
  readonly text: string
  /** In lower case, with its diacritics. */
  readonly spelled: string
  readonly start: number
  readonly end: number
  readonly isWord: boolean
  readonly isCapitalized: boolean
  /** Within speech, a quotation, or what is written somewhere: nobody claims it of the world. */
  readonly isQuoted: boolean
}

export interface Sentence {
  /** Its position among the sentences. */
  readonly index: number
  readonly start: number
  readonly end: number
  /** Of the narrator: without what is quoted. */
  readonly tokens: readonly Token[]
  /** With what is quoted. */
  readonly all: readonly Token[]
  readonly isQuestion: boolean
  /** Part of a dream, a plan or a memory. */
  readonly isImagined: boolean
  /** From 0. */
  readonly paragraph: number
}

/** The text of an answer, as sentences. */
export interface Prose {
  readonly text: string
  readonly sentences: readonly Sentence[]
}
