import type { Option } from '../scene/option.ts'
import { contentStems, contentWords } from '../words/contentWords.ts'
import { isDirection } from '../words/directions.ts'
import { isPassage } from '../words/passages.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb, type VerbKind } from '../words/verbs.ts'
import { fillSlots, type SlotValues } from './fill/fillSlots.ts'
import { matchNames, rank, type Match } from './match.ts'
import type { PlayerInput } from './playerInput.ts'
import { NEGATIONS } from './sentence/wordClasses.ts'

export interface ScoredOption {
  readonly option: Option
  /** The parameter values in the message. */
  readonly filled: SlotValues
  /** From 0 (no match) to about 1 (certain). */
  readonly score: number
  /** Whether the message has one of its names in full, with a fitting verb. */
  readonly isFullyNamed: boolean
}

/** How likely it is that the message asks for this option. */
export function scoreOption(option: Option, input: PlayerInput): ScoredOption {
  return option.kind === 'exit' ? scoreExit(option, input) : scoreAction(option, input)
}

function scoreExit(option: Option, input: PlayerInput): ScoredOption {
  const filled = fillSlots(option, input)
  const match = matchExit(option, input)
  const fit = exitFit(option, input, match) * (isElsewhere(option, input) ? ELSEWHERE_FIT : 1)
  return { option, filled, score: rank(match) * fit, isFullyNamed: match.named > 0.95 && fit >= 0.8 }
}

function scoreAction(option: Option, input: PlayerInput): ScoredOption {
  const filled = fillSlots(option, input)
  const unusedStems = input.stems.filter((word) => !filled.used.includes(word))
  const isValueOnly = unusedStems.length === 0 && filled.used.length > 0
  const match = isValueOnly ? { named: 0.6, meant: 1 } : matchNames(unusedStems, option.phrases)
  const fit =
    actionFit(option, input) *
    slotFit(option, filled, unusedStems, input) *
    objectFit(option, filled, input) *
    contentFit(option, filled, input)
  const isFullyNamed = match.named > 0.95 && fit >= 0.8 && filled.open === null
  return { option, filled, score: rank(match) * fit, isFullyNamed }
}

/** Verbs only say that the player moves; the other words name the destination. */
function matchExit({ phrases, verbs }: Option, { stems, verb }: PlayerInput): Match {
  const named = phrases.flat()
  return matchNames(
    stems.filter((word) => (word === verb ? verbs.includes(word) : named.includes(word) || !isVerb(word))),
    phrases,
  )
}

/**
 * "The keeper's room" is not the reading room just because both are rooms, and "the tall doors" are not the gate: a
 * match counts little if at least as many nouns do not fit.
 */
function isElsewhere({ phrases }: Option, { stems }: PlayerInput): boolean {
  if (phrases.some((phrase) => isNamedBy(phrase, stems))) return false
  const named = phrases.flat()
  const nouns = stems.filter((word) => !isVerb(word) && !isDirection(word) && !VAGUE.has(word))
  const unknown = nouns.filter((word) => !named.some((other) => word === other || areSynonyms(word, other)))
  return unknown.length > 0 && unknown.length >= nouns.filter((word) => named.includes(word)).length
}

/** In full, apart from directions. */
function isNamedBy(phrase: readonly string[], unusedStems: readonly string[]): boolean {
  const core = phrase.filter((word) => !isDirection(word))
  return core.length > 0 && core.every((word) => unusedStems.includes(word))
}

const ELSEWHERE_FIT = 0.6
/** Words that fit any exit. */
const VAGUE = new Set(
  contentWords('old new big small little large dark long narrow wide steep high low next other first second'),
)

function exitFit({ verbs }: Option, { all, stems, verbKinds }: PlayerInput, { meant }: Match): number {
  if (stems.some((word) => verbs.includes(word))) return 1.02
  const [kind] = verbKinds
  if (kind === undefined) return meant > 0.7 ? 0.95 : 0.5
  const isPassing = stems.some((word) => PASSING.has(word))
  if (kind === 'action' && isPassing && (stems.some(isPassage) || all.includes('to') || all.includes('into')))
    return 0.95
  return verbKinds.includes('travel') ? 1 : EXIT_FIT[kind]
}

/** Verbs for doors and the like that mean going through them. */
const PASSING = new Set(contentWords('open push unlock force use try take'))

/** A verb other than one of travel is rarely a wish to go there. */
const EXIT_FIT: Record<VerbKind, number> = { travel: 1, any: 0.9, action: 0.6, wait: 0.5, look: 0.35, talk: 0.3 }

function actionFit({ verbs, label }: Option, { stems, verbKinds }: PlayerInput): number {
  if (stems.some((word) => verbs.includes(word))) return 1.05
  if (stems.some((word) => isVerb(word) && verbs.some((verb) => areSynonyms(word, verb)))) return 1
  if (verbKinds.includes('any')) return 0.9
  if (verbKinds.length > 0) return 0.45
  return label !== null && isFullyMentioned(label, stems) ? 0.7 : 0.5
}

function isFullyMentioned(label: string, stems: readonly string[]): boolean {
  return contentWords(label).every((word) => stems.includes(word))
}

/** "Throw my hat off the quay" is not "cast off": what it is done to must belong to the option. */
function objectFit(option: Option, { used }: SlotValues, { object, verbKinds: [kind] }: PlayerInput): number {
  if (kind === 'talk' || object.length === 0 || option.slots.some(({ type }) => type === 'text')) return 1
  const own = [...wordsOf(option), ...used]
  return object.some((word) => isIn(word, own)) ? 1 : FOREIGN_FIT
}

/** "Tell the conductor about the weather" is not to tell him of the child: what is said must belong to the option. */
function contentFit(option: Option, { used }: SlotValues, { all, verbKinds: [kind] }: PlayerInput): number {
  if (kind !== 'talk') return 1
  const from = all.findIndex((word, index) => index > 0 && CONTENT.has(word))
  const content = from < 0 ? [] : contentStems(all.slice(from + 1))
  if (content.length === 0) return 1
  const own = [...wordsOf(option), ...used]
  if (all.slice(from).some((word) => NEGATIONS.has(word)) && !NEGATIVE.test(option.description)) return FOREIGN_FIT
  return content.some((word) => isIn(word, own)) ? 1 : FOREIGN_FIT
}

function wordsOf({ phrases, verbs, description, label, slots }: Option): readonly string[] {
  const choices = slots.flatMap((slot) => (slot.type === 'entity' ? slot.choices.map(({ name }) => name ?? '') : []))
  return [...phrases.flat(), ...verbs, ...contentWords([description, label ?? '', ...choices].join(' '))]
}

function isIn(word: string, words: readonly string[]): boolean {
  return words.some((other) => word === other || areSynonyms(word, other))
}

const FOREIGN_FIT = 0.5
const CONTENT = new Set(['about', 'that', 'of'])
const NEGATIVE = /\b(?:not|never|no|nobody|nothing|without|refuses?)\b/i

/**
 * "Take the boat" without a boat to take asks for something else, and a verb that only the description has
 * ("leaves it here") needs an object.
 */
function slotFit(
  option: Option,
  { open, implied, args }: SlotValues,
  unusedStems: readonly string[],
  input: PlayerInput,
): number {
  const isMissing = ({ name, required }: Option['slots'][number]) =>
    required && (open?.slot.name === name || name in implied)
  const missing = option.slots.filter((slot) => (slot.type === 'entity' || slot.type === 'choice') && isMissing(slot))
  const isPartlyNamed = open !== null && (open.invalidValue !== null || open.choices !== null)
  if (missing.length === 0 || isPartlyNamed) return 1
  const named = option.phrases.flat()
  const isUnknown = (word: string) =>
    !isVerb(word) && !isDirection(word) && !named.some((other) => other === word || areSynonyms(word, other))
  if (unusedStems.some(isUnknown)) return UNKNOWN_FIT
  const hasNoObject = unusedStems.every(isVerb) && Object.values(args).every((value) => value === null)
  return hasNoObject && !input.stems.some((word) => option.ownVerbs.includes(word)) ? UNKNOWN_FIT : 1
}

const UNKNOWN_FIT = 0.5
