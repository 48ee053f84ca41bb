import type { Scene } from '../scene/scene.ts'
import { isStopWord } from '../words/stopWords.ts'
import { isKnownStem } from '../words/synonyms.ts'
import { stem } from '../words/stem.ts'
import { tokenizeAll } from '../words/tokenize.ts'
import { isEnglishWord } from '../words/wordNet/englishWords.ts'
import { canBeVerb } from './sentence/wordClasses.ts'

/**
 * Whether a message is hardly English: letters of another script, or several words of which most are neither English nor
 * the author's.
 */
export function isOtherLanguage(text: string, { authoredText, view }: Scene): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter))
  if (letters.length > 0 && foreign.length > letters.length / 2) return true
  const words = tokenizeAll(text.slice(0, MAX_CHARACTERS)).filter((word) => /^\p{L}+$/u.test(word))
  if (words.length < 2) return false
  const names = [...view.entities, ...view.graphs].map(({ name }) => name)
  const authored = new Set([authoredText, ...names].flatMap(tokenizeAll))
  const unknown = words.filter(
    (word) =>
      !(isStopWord(word) || isEnglishWord(word) || isKnownStem(stem(word)) || canBeVerb(word) || authored.has(word)),
  )
  return unknown.length >= words.length * MIN_UNKNOWN
}

const MAX_CHARACTERS = 400
const MIN_UNKNOWN = 0.6
