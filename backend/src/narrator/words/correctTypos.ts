import { isMisspelling } from './editDistance.ts'
import { stem } from './stem.ts'
import { isStopWord } from './stopWords.ts'
import { isKnownStem, knownStems } from './synonyms.ts'
import { isEnglishWord } from './wordNet/englishWords.ts'

/** Corrects words that are not English: to a similar word of the story, else to a common verb or noun. */
export function correctTypos(words: readonly string[], vocabulary: ReadonlySet<string>): string[] {
  const stems = new Set([...vocabulary].map(stem))
  const isKnown = (word: string) =>
    isStopWord(word) || stems.has(stem(word)) || isKnownStem(stem(word)) || isEnglishWord(word)
  return words.map((word) => {
    if (isKnown(word)) return word
    const single = word.replace(/(\p{L})\1+/gu, '$1')
    return SLIPS.get(word) ?? (isKnown(single) ? single : (findIntended(word, vocabulary) ?? findCommon(word) ?? word))
  })
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

/** Frequent slips in words too short to be compared. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  ['teh', 'the'],
  ['hte', 'the'],
  ['adn', 'and'],
  ['nad', 'and'],
  ['ot', 'to'],
  ['fo', 'of'],
  ['ym', 'my'],
  ['yuo', 'you'],
  ['taht', 'that'],
  ['thsi', 'this'],
  ['wiht', 'with'],
  ['waht', 'what'],
  ['wat', 'what'],
  ['whats', 'what'],
  ['whos', 'who'],
  ['wheres', 'where'],
  ['im', 'i'],
  ['ive', 'i'],
  ['u', 'you'],
  ['ur', 'your'],
  ['r', 'are'],
  ['pls', 'please'],
  ['plz', 'please'],
  ['thx', 'thanks'],
  ['tak', 'take'],
  ['opne', 'open'],
])
