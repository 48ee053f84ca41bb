import { isMisspelling } from './editDistance.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stopWords.ts'
import { isKnownStem, knownStems } from './synonyms.ts'

/** Replaces words that nobody knows by the ones they were meant to be: the story's own first, then common verbs and nouns. */
export function correctTypos(words: readonly string[], vocabulary: ReadonlySet<string>): string[] {
  const stems = new Set([...vocabulary].map(stem))
  const isKnown = (word: string) => isStopWord(word) || stems.has(stem(word)) || isKnownStem(stem(word))
  return words.map((word) => (isKnown(word) ? word : (findMeant(word, vocabulary) ?? findCommon(word) ?? word)))
}

/** There are too many short words that are no slip of a common one: "tall" is not "hall". */
function findCommon(word: string): string | undefined {
  return word.length < 5 ? undefined : findMeant(word, knownStems())
}

function findMeant(word: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) {
    if (isMisspelling(word, candidate)) return candidate
  }
  return undefined
}
