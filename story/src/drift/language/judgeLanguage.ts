import { languageProfiles, scripts, type Script } from './languageProfiles.ts'

/** Never judged on fewer words. */
export const SHORTEST_SAMPLE = 10

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Han', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
]

/** In scripts without spaces, about so many characters are a word. */
const CHARACTERS_OF_A_WORD = 2
const WITHOUT_SPACES: ReadonlySet<Script> = new Set(['Han', 'Kana', 'Thai'])

/** Whether words are certainly not in a language (`en`, `pt-BR`); false where there are too few to know. */
export function isOtherLanguage(words: readonly string[], language: string): boolean {
  const code = language.toLowerCase().split('-')[0] ?? ''
  const expected = scripts.get(code) ?? ['Latin']
  const counts = countScripts(words)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all < SHORTEST_SAMPLE) return false
  const foreign = [...counts]
    .filter(([script]) => !expected.includes(script))
    .reduce((sum, [, count]) => sum + count, 0)
  if (foreign >= SHORTEST_SAMPLE * 0.8 && foreign > all * 0.6) return true
  if (!expected.includes('Latin')) return false
  return isOtherByWords(words, code)
}

function countScripts(words: readonly string[]): ReadonlyMap<Script, number> {
  const counts = new Map<Script, number>()
  for (const word of words) {
    const script = SCRIPTS.find(([, pattern]) => pattern.test(word))?.[0]
    if (script === undefined) continue
    const count = WITHOUT_SPACES.has(script) ? word.length / CHARACTERS_OF_A_WORD : 1
    counts.set(script, (counts.get(script) ?? 0) + count)
  }
  return counts
}

/** Close languages share their small words: another one has to have far more of them. */
function isOtherByWords(words: readonly string[], code: string): boolean {
  const own = languageProfiles.get(code)
  if (own === undefined) return false
  const share = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length / words.length
  const ownShare = share(own)
  return [...languageProfiles].some(([other, list]) => {
    const otherShare = other === code ? 0 : share(list)
    return otherShare >= 0.2 && otherShare > 2.5 * ownShare
  })
}

/** The language of a text by its small words; null if none is clear. */
export function guessLanguage(words: readonly string[]): string | null {
  const shares = [...languageProfiles].map(
    ([code, list]) => [code, words.filter((word) => list.has(word)).length] as const,
  )
  const [best, second] = shares.toSorted(([, one], [, other]) => other - one)
  if (best === undefined || best[1] < words.length * 0.15 || best[1] < 1.2 * (second?.[1] ?? 0)) return null
  return best[0]
}

/** Whether words can be in the language, or in the script, of a sample: false where the sample is too short to know. */
export function canBeLanguageOf(words: readonly string[], sample: readonly string[]): boolean {
  const script = mainScript(sample)
  if (script !== null && script !== 'Latin') return mainScript(words) === script
  const language = guessLanguage(sample)
  return language !== null && !isOtherLanguage(words, language)
}

function mainScript(words: readonly string[]): Script | null {
  const [main] = [...countScripts(words)].toSorted(([, one], [, other]) => other - one)
  return main === undefined ? null : main[0]
}
