import type { Option } from '../scene/option.ts'
import { contentWords } from '../words/contentWords.ts'
import { isPassage } from '../words/passages.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb, type VerbKind } from '../words/verbs.ts'
import { matchNames, rank, type Match } from './match.ts'
import type { PlayerWords } from './playerWords.ts'

export interface ScoredOption {
  readonly option: Option
  /** 0 not at all, about 1 surely. */
  readonly score: number
  /** Whether all of one of its names was said, with a verb that suits it. */
  readonly isFullyNamed: boolean
}

/** How likely it is that these words ask for this option. */
export function scoreOption(option: Option, words: PlayerWords): ScoredOption {
  const match = option.kind === 'way' ? matchWay(option, words) : matchNames(words.stems, option.phrases)
  const fit = option.kind === 'way' ? fitOfWay(option, words, match) : fitOfDeed(option, words)
  return { option, score: rank(match) * fit, isFullyNamed: match.named > 0.95 && fit >= 0.8 }
}

/** That one goes is said by the verb; where to is said by the rest. */
function matchWay({ phrases }: Option, { stems }: PlayerWords): Match {
  const named = phrases.flat()
  return matchNames(
    stems.filter((word) => named.includes(word) || !isVerb(word)),
    phrases,
  )
}

function fitOfWay({ verbs }: Option, { all, stems, verbKinds }: PlayerWords, { meant }: Match): number {
  if (stems.some((word) => verbs.includes(word))) return 1.02
  const [kind] = verbKinds
  if (kind === undefined) return meant > 0.7 ? 0.95 : 0.5
  if (kind === 'deed' && (stems.some(isPassage) || all.includes('to') || all.includes('into'))) return 0.95
  return verbKinds.includes('travel') ? 1 : FIT_OF_WAY[kind]
}

/** What is done to a thing, looked at or talked to seldom is a wish to go there. */
const FIT_OF_WAY: Record<VerbKind, number> = { travel: 1, any: 0.9, deed: 0.6, wait: 0.5, look: 0.35, talk: 0.3 }

function fitOfDeed({ verbs, label }: Option, { stems, verbKinds }: PlayerWords): number {
  if (stems.some((word) => verbs.includes(word))) return 1.05
  if (stems.some((word) => isVerb(word) && verbs.some((verb) => areSynonyms(word, verb)))) return 1
  if (verbKinds.includes('any')) return 0.9
  if (verbKinds.length > 0) return 0.45
  return label !== null && isSaidInFull(label, stems) ? 0.7 : 0.5
}

function isSaidInFull(label: string, stems: readonly string[]): boolean {
  return contentWords(label).every((word) => stems.includes(word))
}
