import type { Option } from '../scene/option.ts'
import { contentWords } from '../words/contentWords.ts'
import { isDirection } from '../words/directions.ts'
import { isPassage } from '../words/passages.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb, type VerbKind } from '../words/verbs.ts'
import { fillSlots, type Filled } from './fill/fillSlots.ts'
import { matchNames, rank, type Match } from './match.ts'
import type { PlayerInput } from './playerInput.ts'

export interface ScoredOption {
  readonly option: Option
  /** What the words say of its parameters. */
  readonly filled: Filled
  /** 0 not at all, about 1 surely. */
  readonly score: number
  /** Whether all of one of its names was said, with a verb that suits it. */
  readonly isFullyNamed: boolean
}

/** How likely it is that these words ask for this option. */
export function scoreOption(option: Option, words: PlayerInput): ScoredOption {
  return option.kind === 'exit' ? scoreWay(option, words) : scoreDeed(option, words)
}

function scoreWay(option: Option, words: PlayerInput): ScoredOption {
  const filled = fillSlots(option, words)
  const match = matchWay(option, words)
  const fit = fitOfWay(option, words, match) * (isElsewhere(option, words) ? ELSEWHERE : 1)
  return { option, filled, score: rank(match) * fit, isFullyNamed: match.named > 0.95 && fit >= 0.8 }
}

function scoreDeed(option: Option, words: PlayerInput): ScoredOption {
  const filled = fillSlots(option, words)
  const said = words.stems.filter((word) => !filled.used.includes(word))
  const isValueOnly = said.length === 0 && filled.used.length > 0
  const match = isValueOnly ? { named: 0.6, meant: 1 } : matchNames(said, option.phrases)
  const fit = fitOfDeed(option, words) * fitOfSlots(option, filled, said, words)
  const isFullyNamed = match.named > 0.95 && fit >= 0.8 && filled.open === null
  return { option, filled, score: rank(match) * fit, isFullyNamed }
}

/** That one goes is said by the verb; where to is said by the rest. */
function matchWay({ phrases }: Option, { stems }: PlayerInput): Match {
  const named = phrases.flat()
  return matchNames(
    stems.filter((word) => named.includes(word) || !isVerb(word)),
    phrases,
  )
}

/**
 * "The keeper's room" is not the reading room because it is a room, nor "the tall doors" the gate: what is said counts
 * little where as much of it does not fit as does.
 */
function isElsewhere({ phrases }: Option, { stems }: PlayerInput): boolean {
  if (phrases.some((phrase) => isNamedBy(phrase, stems))) return false
  const named = phrases.flat()
  const nouns = stems.filter((word) => !isVerb(word) && !isDirection(word) && !VAGUE.has(word))
  const strange = nouns.filter((word) => !named.some((other) => word === other || areSynonyms(word, other)))
  return strange.length > 0 && strange.length >= nouns.filter((word) => named.includes(word)).length
}

/** In full, but for the direction. */
function isNamedBy(phrase: readonly string[], said: readonly string[]): boolean {
  const core = phrase.filter((word) => !isDirection(word))
  return core.length > 0 && core.every((word) => said.includes(word))
}

const ELSEWHERE = 0.6
/** What anybody might say of any way. */
const VAGUE = new Set(
  contentWords('old new big small little large dark long narrow wide steep high low next other first second'),
)

function fitOfWay({ verbs }: Option, { all, stems, verbKinds }: PlayerInput, { meant }: Match): number {
  if (stems.some((word) => verbs.includes(word))) return 1.02
  const [kind] = verbKinds
  if (kind === undefined) return meant > 0.7 ? 0.95 : 0.5
  if (kind === 'action' && (stems.some(isPassage) || all.includes('to') || all.includes('into'))) return 0.95
  return verbKinds.includes('travel') ? 1 : FIT_OF_WAY[kind]
}

/** What is done to a thing, looked at or talked to seldom is a wish to go there. */
const FIT_OF_WAY: Record<VerbKind, number> = { travel: 1, any: 0.9, action: 0.6, wait: 0.5, look: 0.35, talk: 0.3 }

function fitOfDeed({ verbs, label }: Option, { stems, verbKinds }: PlayerInput): number {
  if (stems.some((word) => verbs.includes(word))) return 1.05
  if (stems.some((word) => isVerb(word) && verbs.some((verb) => areSynonyms(word, verb)))) return 1
  if (verbKinds.includes('any')) return 0.9
  if (verbKinds.length > 0) return 0.45
  return label !== null && isSaidInFull(label, stems) ? 0.7 : 0.5
}

function isSaidInFull(label: string, stems: readonly string[]): boolean {
  return contentWords(label).every((word) => stems.includes(word))
}

/**
 * "Take the boat", where no boat can be taken, asks for something else; and a verb that only the description has
 * ("leaves it here") asks for nothing unless it is said of what.
 */
function fitOfSlots(
  option: Option,
  { open, implied, args }: Filled,
  said: readonly string[],
  words: PlayerInput,
): number {
  const isUnsaid = ({ name, required }: Option['slots'][number]) =>
    required && (open?.slot.name === name || name in implied)
  const unsaid = option.slots.filter((slot) => (slot.type === 'entity' || slot.type === 'choice') && isUnsaid(slot))
  const isPartSaid = open !== null && (open.misfit !== null || open.choices !== null)
  if (unsaid.length === 0 || isPartSaid) return 1
  const named = option.phrases.flat()
  const isStrange = (word: string) =>
    !isVerb(word) && !isDirection(word) && !named.some((other) => other === word || areSynonyms(word, other))
  if (said.some(isStrange)) return STRANGE
  const isSaidOfNothing = said.every(isVerb) && Object.values(args).every((value) => value === null)
  return isSaidOfNothing && !words.stems.some((word) => option.ownVerbs.includes(word)) ? STRANGE : 1
}

const STRANGE = 0.5
