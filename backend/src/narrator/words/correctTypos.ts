import { isMisspelling } from './editDistance.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stopWords.ts'
import { isKnownStem, knownStems } from './synonyms.ts'

/** Corrects unknown words: to a similar word of the story, else to a common verb or noun. */
export function correctTypos(words: readonly string[], vocabulary: ReadonlySet<string>): string[] {
  const stems = new Set([...vocabulary].map(stem))
  const isKnown = (word: string) => isStopWord(word) || stems.has(stem(word)) || isKnownStem(stem(word))
  return words.map((word) => (isKnown(word) ? word : (findIntended(word, vocabulary) ?? findCommon(word) ?? word)))
}

/** Skips short words, because too many of them resemble a common one: "tall" is not "hall". */
function findCommon(word: string): string | undefined {
  return word.length < 5 ? undefined : findIntended(word, knownStems())
}

function findIntended(word: string, candidates: Iterable<string>): string | undefined {
  for (const candidate of candidates) {
    if (isMisspelling(word, candidate)) return candidate
  }
  return undefined
}
