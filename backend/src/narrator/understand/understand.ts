import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { isPassage } from '../words/passages.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isDirection } from '../words/directions.ts'
import { isVerb, verbKinds } from '../words/verbs.ts'
import { actionPhrase } from '../prose/actionPhrase.ts'
import { fillSlots } from './fill/fillSlots.ts'
import { findField } from './findField.ts'
import { findLead } from './findLead.ts'
import { findNamed, findSubject, type ScoredSubject } from './findSubject.ts'
import { isGreeting } from './greeting.ts'
import { findPlayerQuestion } from './playerQuestion.ts'
import type { Intent, MissingTarget, Subject } from './intent.ts'
import { findBack, findOnward } from './onward.ts'
import { toPlayerInput, type PlayerInput } from './playerInput.ts'
import { scoreOption, type ScoredOption } from './scoreOption.ts'
import { toCall } from './toCall.ts'

/** Finds what the player wants, out of what is possible now. */
export function understand(text: string, scene: Scene): Intent {
  const words = toPlayerInput(text, scene)
  const ranked = optionsFor(words, scene)
    .map((option) => scoreOption(option, words))
    .sort((left, right) => right.score - left.score)
  const [best] = ranked
  const inquiry = inquire(words, best, scene)
  if (inquiry !== null) return inquiry
  const greeted = findGreeted(words, best, scene)
  if (greeted !== null) return { kind: 'talk', subject: greeted }
  if (words.isNegated && !isNegatedItself(best)) return isFaint(best) ? { kind: 'refrain' } : unclear(ranked)
  const subject = findSubject(words, scene)
  const field = findField(words, scene)
  if (field !== null && !(isSure(best) && best.isFullyNamed)) return { kind: 'field', field }
  if (words.isQuestion) return answer(best, subject) ?? unclear(ranked)
  const back = findBack(words, scene)
  if (back !== null) return ask([back], words)
  if (isSure(best) && isNearer(best, subject, words)) return choose(ranked, best, words)
  const onward = findOnward(words, scene)
  if (onward.length > 0) return onward.length > MOST_TO_ASK ? unclear(ranked) : ask(onward, words)
  if (subject !== null) return regard(words, subject.subject, scene)
  const lead = findLead(words, scene)
  if (lead !== null) return ask([lead], words)
  const missed = findMissed(words, best, scene)
  if (missed !== null) return { kind: 'not-here', wish: missed }
  const isWalk = words.verbKinds[0] === 'travel' || words.stems.some(isPassage)
  return isWalk && words.stems.length > 1 ? { kind: 'no-way' } : unclear(ranked)
}

/** A rule may have a reason for what is not here at all: it is given only for what the player can see. */
function optionsFor(words: PlayerInput, scene: Scene): readonly Option[] {
  const isOffered = ({ call, kind }: Option) => call !== null || kind === 'exit'
  if (scene.options.every(isOffered) || isInSight(words, scene)) return scene.options
  return scene.options.filter(isOffered)
}

function isInSight({ stems }: PlayerInput, { place, visible, playerCharacter }: Scene): boolean {
  const nouns = stems.filter((word) => !isVerb(word) && !isDirection(word))
  const texts = [place, playerCharacter, ...visible].flatMap((shown) =>
    shown === null ? [] : [shown.name, shown.description],
  )
  const shown = new Set(texts.flatMap(contentWords))
  return nouns.every((word) => shown.has(word) || [...shown].some((other) => areSynonyms(word, other)))
}

/** From here on an option is taken to be meant; from there on it is worth a mention. */
const SURE = 0.55
const FAINT = 0.25
/** Options that are this near to each other are both possible. */
const MARGIN = 0.1
const MOST_TO_ASK = 3

function isSure(best: ScoredOption | undefined): best is ScoredOption {
  return best !== undefined && best.score >= SURE
}

function isFaint(best: ScoredOption | undefined): boolean {
  return best !== undefined && best.score >= FAINT
}

function isNegatedItself(best: ScoredOption | undefined): boolean {
  return best?.option.phrases.flat().some((word) => word === 'not' || word === 'never') ?? false
}

/** What is asked of any story, unless this one has a deed of that name, or somebody here who may be asked instead. */
function inquire({ all }: PlayerInput, best: ScoredOption | undefined, { people: [person] }: Scene): Intent | null {
  const kind = findPlayerQuestion(all)
  if (kind === null || best?.isFullyNamed === true || (kind === 'wait' && isSure(best))) return null
  return kind === 'narrator' && person !== undefined
    ? { kind: 'talk', subject: { ...person, isPerson: true } }
    : { kind }
}

/** Whom one can speak with is spoken to by a deed of the story, if there is one for it. */
function isNearer(
  { option, score }: ScoredOption,
  subject: ScoredSubject | null,
  { verbKinds: [kind] }: PlayerInput,
): boolean {
  return score >= (subject?.score ?? 0) || (kind === 'talk' && option.kind === 'action')
}

function choose(ranked: readonly ScoredOption[], best: ScoredOption, words: PlayerInput): Intent {
  const rivals = ranked.filter(({ score }) => score > best.score - MARGIN && score >= SURE)
  const full = rivals.filter(({ isFullyNamed }) => isFullyNamed)
  const options = (full.length > 0 ? full : rivals).map(({ option }) => option)
  return options.length > MOST_TO_ASK ? unclear(ranked) : ask(options, words)
}

/** Takes the only option there is; asks where the player can see a difference. */
function ask(options: readonly Option[], words: PlayerInput): Intent {
  const [first] = options
  if (first === undefined) return { kind: 'unclear', near: [] }
  const different = options.filter((option, index) => options.findIndex((other) => looksAlike(option, other)) === index)
  if (different.length > 1) return { kind: 'which', options: different }
  return toCall(first, fillSlots(first, words))
}

/** Steps of the plot have no names for the player: two without labels are one choice to him, the first. */
function looksAlike(left: Option, right: Option): boolean {
  if (left.kind !== right.kind) return false
  return left.kind === 'exit' ? left.targetId === right.targetId : actionPhrase(left) === actionPhrase(right)
}

/** A greeting is for whom it is said to, unless the story has a deed for it. */
function findGreeted(words: PlayerInput, best: ScoredOption | undefined, { people }: Scene): Subject | null {
  const person = isGreeting(words) && best?.isFullyNamed !== true ? findNamed(words, people) : null
  return person === null ? null : { ...person, isPerson: true }
}

/** "Take the moon", "examine the dragon": a thing is named that nothing here is called. */
function findMissed(
  { stems, verbKinds: [kind] }: PlayerInput,
  best: ScoredOption | undefined,
  { people }: Scene,
): MissingTarget | null {
  if (kind === 'talk' && people.length === 0) return 'talk'
  if (stems.every(isVerb)) return null
  if (kind === 'look') return 'see'
  return stems.some((word) => TAKING.has(word)) && !isSure(best) ? 'have' : null
}

const TAKING = new Set(contentWords('take get grab steal drop'))

function answer(best: ScoredOption | undefined, subject: ScoredSubject | null): Intent | null {
  if (isSure(best) && best.score >= (subject?.score ?? 0)) {
    const { option } = best
    return option.reason === null ? { kind: 'could', option } : { kind: 'shut', reason: option.reason }
  }
  return subject === null ? null : { kind: 'examine', subject: subject.subject }
}

/** What is tried with somebody or something that would change, if it could, meets the reason why it does not. */
function regard(words: PlayerInput, subject: Subject, { place, options }: Scene): Intent {
  const [kind] = words.verbKinds
  const isTried = kind === 'talk' || kind === 'action' || kind === 'any'
  const shut = options.find((option) => option.graphId === subject.id && option.reason !== null && isOf(option, words))
  if (isTried && shut !== undefined) return ask([shut], words)
  if (isTried) return { kind: kind === 'talk' ? 'talk' : 'touch', subject }
  return place?.nodeId === subject.id ? { kind: 'look' } : { kind: 'examine', subject }
}

/** Whether what is tried is what the option is about: talk for talk, a blow for a blow. */
function isOf({ verbs }: Option, { stems, verbKinds: [kind] }: PlayerInput): boolean {
  if (kind === 'any') return true
  if (kind === 'talk') return verbs.some((verb) => verbKinds(verb).includes('talk'))
  return stems.some((word) => isVerb(word) && verbs.some((verb) => verb === word || areSynonyms(word, verb)))
}

function unclear(ranked: readonly ScoredOption[]): Intent {
  return { kind: 'unclear', near: ranked.filter(({ score }) => score >= FAINT).map(({ option }) => option) }
}
