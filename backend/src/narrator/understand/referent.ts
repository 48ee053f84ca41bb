import { contentWords } from '../words/contentWords.ts'
import { tokenize } from '../words/tokenize.ts'
import { isVerb } from '../words/verbs.ts'

/**
 * Resolves the pronoun in "take it" after "examine the lantern".
 * @param before the player's last message, if nothing has happened since
 */
export function withReferent(text: string, before: string | undefined): string {
  if (before === undefined || !tokenize(text).some((word) => PRONOUNS.has(word))) return text
  const nouns = nounsIn(before)
  return nounsIn(text).length > 0 || nouns.length === 0 ? text : `${text} ${nouns.join(' ')}`
}

function nounsIn(text: string): readonly string[] {
  return contentWords(text).filter((word) => !isVerb(word))
}

const PRONOUNS = new Set(['it', 'them', 'him', 'her', 'that', 'this', 'one'])
