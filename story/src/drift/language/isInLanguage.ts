import { SHORTEST_SAMPLE, isOtherLanguage } from './judgeLanguage.ts'
import { languageNames } from './languageProfiles.ts'

/**
 * Whether a text is written in a language, given by its name (`Spanish`, `español`); null where the language is not
 * known, or the text is too short to know.
 */
export function isInLanguage(text: string, name: string): boolean | null {
  const language = languageNames.get(name.trim().toLowerCase())
  const words = text.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? []
  if (language === undefined || words.length < SHORTEST_SAMPLE) return null
  return !isOtherLanguage(words, language)
}
