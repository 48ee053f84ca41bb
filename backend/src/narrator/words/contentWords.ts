import { stem } from './stem.ts'
import { isStopWord } from './stopWords.ts'
import { tokenize } from './tokenize.ts'

/** The stems of the content words, in order. */
export function contentWords(text: string): string[] {
  return contentStems(tokenize(text))
}

export function contentStems(words: readonly string[]): string[] {
  return words.filter((word) => !isStopWord(word)).map(stem)
}
