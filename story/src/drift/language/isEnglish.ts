import type { Prose } from '../sentences/prose.ts'
import { guessLanguage } from './judgeLanguage.ts'

/** Whether the narrator's words are English; true where there are too few to know. */
export function isEnglish({ sentences }: Prose): boolean {
  const words = sentences.flatMap(({ tokens }) => tokens.filter(({ isWord }) => isWord).map(({ text }) => text))
  return words.length < 10 || guessLanguage(words) === 'en'
}
