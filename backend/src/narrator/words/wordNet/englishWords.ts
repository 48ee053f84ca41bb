import data from './englishWords.json' with { type: 'json' }
import { stem } from '../stem.ts'

/** Whether a word or a form of it is a common English word, and so not a misspelling. */
export function isEnglishWord(word: string): boolean {
  words ??= new Set(data.words.split(' '))
  stems ??= new Set([...words].map(stem))
  return words.has(word) || stems.has(stem(word))
}

let words: ReadonlySet<string> | undefined
let stems: ReadonlySet<string> | undefined
