import { isStopWord } from './stopWords.ts'
import { stem } from './stem.ts'
import { areSynonyms } from './synonyms.ts'
import { tokenize } from './tokenize.ts'
import { isVerb } from './verbs.ts'

/** Whether the words contain the phrase as it is, as whole words. */
export function hasPhrase(words: readonly string[], phrase: string): boolean {
  const tokens = tokenize(phrase)
  return tokens.length > 0 && ` ${words.join(' ')} `.includes(` ${tokens.join(' ')} `)
}

/**
 * From 0 to 1: the share of the phrase that the stems have, where a synonym counts a little less. A phrase of several
 * words is named only together with its last word: "the brass scales" by "scales", but not by "brass".
 */
export function phraseShare(phrase: string, stems: readonly string[]): number {
  const names = stemsOfPhrase(phrase)
  const last = names.at(-1)
  if (last === undefined || likeness(last, stems) === 0) return 0
  return names.reduce((sum, name) => sum + likeness(name, stems), 0) / names.length
}

/** The stems of the message that a phrase has or means. */
export function stemsNamedBy(phrase: string, stems: readonly string[]): readonly string[] {
  const names = stemsOfPhrase(phrase)
  return stems.filter((said) => names.some((name) => likeness(name, [said]) > 0))
}

function stemsOfPhrase(phrase: string): readonly string[] {
  return tokenize(phrase)
    .filter((word) => !isStopWord(word))
    .map(stem)
}

/** Verbs have many meanings, so only the same verb counts. */
function likeness(name: string, stems: readonly string[]): number {
  if (stems.includes(name)) return 1
  return !isVerb(name) && stems.some((said) => !isVerb(said) && areSynonyms(name, said)) ? 0.8 : 0
}
