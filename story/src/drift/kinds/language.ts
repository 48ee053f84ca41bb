import { authoredText } from '../../gamebook/authoredText.ts'
import type { Gamebook } from '../../gamebook/gamebook.ts'
import { authorsText } from '../../prompt/settings/fixedSettings.ts'
import type { NarrationSettings } from '../../prompt/settings/narrationSettings.ts'
import { languageNames } from '../language/languageProfiles.ts'
import { canBeLanguageOf, guessLanguage, isOtherLanguage } from '../language/judgeLanguage.ts'
import type { Sentence } from '../sentences/prose.ts'
import type { Spotted } from '../driftFinding.ts'
import { spanOf, type Detector } from './detector.ts'

/** A part of the answer is in another language than the story, and not in that of the player. */
export const languageSwitched: Detector = ({ input: { gamebook, settings, player }, prose }) => {
  const language = languageOf(gamebook, settings ?? null)
  if (language === null) return []
  const fact = `The story is written in ${LANGUAGES.of(language) ?? language}.`
  const typed = wordsOf(player ?? '')
  const isSwitched = (words: readonly string[]): boolean =>
    isOtherLanguage(words, language) && !canBeLanguageOf(words, typed)
  return groupByParagraph(prose.sentences).flatMap((sentences): readonly Spotted[] => {
    const tokens = sentences.flatMap((sentence) => sentence.tokens).filter(({ isWord }) => isWord)
    if (isSwitched(tokens.map(lower))) return [spanOf(tokens, fact)]
    return sentences.flatMap((sentence) => {
      const words = sentence.tokens.filter(({ isWord }) => isWord)
      return isSwitched(words.map(lower)) ? [spanOf(words, fact)] : []
    })
  })
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

const lower = ({ spelled }: Sentence['tokens'][number]): string => spelled

function groupByParagraph(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const groups = new Map<number, Sentence[]>()
  for (const sentence of sentences) {
    const group = groups.get(sentence.paragraph)
    if (group === undefined) groups.set(sentence.paragraph, [sentence])
    else group.push(sentence)
  }
  return [...groups.values()]
}

/** As chosen; else the language of the author's texts. Null if it is not known. */
function languageOf(gamebook: Gamebook, settings: NarrationSettings | null): string | null {
  const chosen = authorsText(gamebook, 'language') ?? settings?.language ?? null
  if (chosen !== null) return languageNames.get(chosen.trim().toLowerCase()) ?? null
  if (gamebook.language !== 'en') return gamebook.language
  return writtenLanguage(gamebook)
}

/** English is the default of the key, so its texts may be in any language. */
function writtenLanguage(gamebook: Gamebook): string {
  const known = writtenLanguages.get(gamebook)
  if (known !== undefined) return known
  const language = guessLanguage(wordsOf(authoredText(gamebook)).slice(0, 2000)) ?? 'en'
  writtenLanguages.set(gamebook, language)
  return language
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}']+/gu) ?? []

const writtenLanguages = new WeakMap<Gamebook, string>()
