import type { Json } from '@llm-gamebook/story'

/** What the text of a model turns out to be. */
export type ParsedPiece =
  | { readonly type: 'text' | 'thinking'; readonly text: string }
  /** All text of the step so far was thinking: its closing tag came without an opening one. */
  | { readonly type: 'text-was-thinking' }
  /** A call written as text that names a function that was sent. */
  | { readonly type: 'call'; readonly name: string; readonly input: Json; readonly source: string }
  /** A call written as text that can't run: it names no function that was sent, or it was cut off. */
  | { readonly type: 'hidden-call'; readonly name: string | null; readonly source: string }
  /** The text repeats itself: this many characters are to be taken back, and nothing more comes. */
  | { readonly type: 'loop'; readonly characters: number }

/** A function that the request offered. */
export interface SentTool {
  readonly name: string
  /** In the order of its definition, for arguments without names. */
  readonly parameters: readonly { readonly name: string; readonly isText: boolean }[]
}

export interface AnswerParserOptions {
  readonly tools: readonly SentTool[]
  /** The headings of our prompt, such as "State of this turn". */
  readonly headings: readonly string[]
  /** The ids that the prompt shows in parentheses. */
  readonly ids: ReadonlySet<string>
  /** Lines of lists in the prompt, without the space around them: whole lines that repeat one are left out. */
  readonly sentLines: ReadonlySet<string>
}

/** What a matcher says of the beginning of a text: it needs more of it, or how much it has read and what that is. */
export type Match<Result> = 'none' | 'more' | { readonly length: number; readonly result: Result }
