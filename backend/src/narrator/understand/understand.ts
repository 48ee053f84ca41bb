import type { Option } from '../scene/option.ts'
import type { Scene } from '../scene/scene.ts'
import { contentWords } from '../words/contentWords.ts'
import { areSynonyms } from '../words/synonyms.ts'
import { isVerb, verbKinds } from '../words/verbs.ts'
import { actionPhrase } from '../prose/actionPhrase.ts'
import { chooseReading, isGuess, isSure } from './chooseReading.ts'
import { findBlockedMove } from './findBlockedMove.ts'
import { fillSlots } from './fill/fillSlots.ts'
import { findByLabel } from './findByLabel.ts'
import { findField } from './findField.ts'
import { findLead } from './findLead.ts'
import { findNamed, findSubject, type ScoredSubject } from './findSubject.ts'
import { isGreeting } from './greeting.ts'
import { findDetailAttempt, findLook } from './look/findLook.ts'
import { isOtherLanguage } from './otherLanguage.ts'
import { findPossession } from './possession.ts'
import { findPlayerQuestion } from './playerQuestion.ts'
import type { Intent, MissingTarget, Subject } from './intent.ts'
import { findBack, findOnward } from './onward.ts'
import type { PlayerInput } from './playerInput.ts'
import type { ScoredOption } from './scoreOption.ts'
import { findAddress } from './talk/address.ts'
import { findAsk, findBareTopic, type Question } from './talk/findAsk.ts'
import { toCall } from './toCall.ts'
import { findWalk } from './walk.ts'

/** Finds what the player wants among the current options. */
export function understand(text: string, scene: Scene): Intent {
  const { input, ranked } = chooseReading(text, scene)
  const [best] = ranked
  const sure = isSure(best) && isMeant(best, input, scene) ? best : undefined
  const asked = findAsk(input, sure, scene)
  const question = findQuestion(input, best, scene)
  const subject = findSubject(input, scene)
  const look = findLook(input, sure, subject, scene)
  const isOfClock = question?.kind === 'time' && look !== null
  if (question !== null && !isOfClock && !(question.kind === 'talk' && asked?.hasTopic === true)) return question
  const field = findField(input, scene)
  if (field !== null && isAboutOwn(input)) return { kind: 'field', field }
  const possession = findPossession(input, scene)
  if (possession !== null) return possession
  const greeted = findGreeted(input, best, scene)
  if (greeted !== null && asked?.hasTopic !== true) return { kind: 'talk', subject: greeted }
  if (asked !== null && !(isAboutSight(input, asked) && (look ?? subject) !== null)) return asked.intent
  if (input.mood === 'refusal' && !namesNegation(best)) return { kind: 'refrain' }
  if (look !== null) return look
  if (field !== null && !(isSure(best) && best.isFullyNamed)) return { kind: 'field', field }
  if (input.isQuestion) return answerQuestion(best, subject) ?? unansweredIntent(text, ranked, scene)
  if (input.mood === 'statement') return remarkOn(subject)
  const back = findBack(input, scene)
  if (back !== null) return chooseOrClarify([back], input)
  const chosen = sure !== undefined && beatsSubject(sure, subject, input) ? sure : null
  if (chosen !== null && !isGuess(chosen)) return chooseBest(ranked, chosen, input)
  const onward = findOnward(input, scene)
  if (onward.length > 0) return onward.length > MAX_CHOICES ? unclearIntent(ranked) : chooseOrClarify(onward, input)
  if (chosen !== null) return chooseBest(ranked, chosen, input)
  const walk = findWalk(input, scene)
  if (walk !== null) return walk
  const attempt = subject === null || subject.subject.name === '' ? findDetailAttempt(input, scene) : null
  if (attempt !== null) return attempt
  if (subject !== null) return subjectIntent(input, subject.subject, scene)
  const bareTopic = findBareTopic(input, scene)
  if (bareTopic !== null) return bareTopic
  const lead = findLead(input, scene)
  if (lead !== null) return chooseOrClarify([lead], input)
  if (isOtherLanguage(text, scene)) return { kind: 'other-language' }
  const missing = findMissingTarget(input, best, scene)
  if (missing !== null) return { kind: 'not-here', missing }
  return findBlockedMove(input, scene) ?? unclearIntent(ranked)
}

function unansweredIntent(text: string, ranked: readonly ScoredOption[], scene: Scene): Intent {
  return isOtherLanguage(text, scene) ? { kind: 'other-language' } : { kind: 'unanswered', near: nearTo(ranked) }
}

/** The score from which an option is worth suggesting. */
const MIN_FAINT = 0.25
/** Options whose scores differ by less are both possible. */
const MARGIN = 0.1
const MAX_CHOICES = 3

/** While a speaker waits for an answer, only words that clearly ask for an option mean it. */
function isMeant({ option, isFullyNamed }: ScoredOption, input: PlayerInput, { expected }: Scene): boolean {
  const [kind] = input.verbKinds
  return expected === null || isFullyNamed || (kind !== undefined && kind !== 'any' && fitsOption(option, input))
}

/** "What is the bell?" asks what there is to see, if it can be seen. */
function isAboutSight({ all }: PlayerInput, { mode }: Question): boolean {
  return mode === 'question' && /^what (is|are) /.test(all.join(' '))
}

function namesNegation(best: ScoredOption | undefined): boolean {
  return best?.option.phrases.flat().some((word) => word === 'not' || word === 'never') ?? false
}

/** A general question, unless an option has that name or a person here can be asked instead. */
function findQuestion(
  { all }: PlayerInput,
  best: ScoredOption | undefined,
  { people: [person] }: Scene,
): Intent | null {
  const kind = findPlayerQuestion(all)
  if (kind === null || best?.isFullyNamed === true || (kind === 'wait' && isSure(best))) return null
  return kind === 'narrator' && person !== undefined
    ? { kind: 'talk', subject: { ...person, isPerson: true } }
    : { kind }
}

/** An action of the story goes before plain talk with a person, if it is for talking or has more than their name. */
function beatsSubject(
  { option, score }: ScoredOption,
  subject: ScoredSubject | null,
  { stems, verbKinds: [kind] }: PlayerInput,
): boolean {
  if (kind === 'talk' && subject?.subject.isPerson === true) {
    const names = contentWords(subject.subject.name)
    const isMore = (word: string) => !names.includes(word) && !verbKinds(word).includes('talk')
    const isTalk = option.verbs.some((verb) => verbKinds(verb).includes('talk'))
    if (!isTalk && !stems.some((word) => isMore(word) && option.phrases.flat().includes(word))) return false
  }
  return score >= (subject?.score ?? 0) || (kind === 'talk' && option.kind === 'action')
}

function chooseBest(ranked: readonly ScoredOption[], best: ScoredOption, input: PlayerInput): Intent {
  const rivals = ranked.filter(
    (other) => other.score > best.score - MARGIN && isSure(other) && (isGuess(best) || !isGuess(other)),
  )
  const full = rivals.filter(({ isFullyNamed }) => isFullyNamed)
  const options = (full.length > 0 ? full : rivals).map(({ option }) => option)
  return options.length > MAX_CHOICES ? unclearIntent(ranked) : chooseOrClarify(options, input)
}

/** Takes the only option; asks which one if the player can see a difference. */
function chooseOrClarify(options: readonly Option[], input: PlayerInput): Intent {
  const [first] = options
  if (first === undefined) return { kind: 'unclear', near: [] }
  const different = options.filter((option, index) => options.findIndex((other) => looksAlike(option, other)) === index)
  const named = findByLabel(different, input.all)
  if (named !== null) return toCall(named, fillSlots(named, input))
  if (different.length > 1) return { kind: 'ambiguous', options: different }
  return toCall(first, fillSlots(first, input))
}

/** Plot steps without labels look the same to the player, so the first one stands for all. */
function looksAlike(left: Option, right: Option): boolean {
  if (left.kind !== right.kind) return false
  return left.kind === 'exit' ? left.targetId === right.targetId : actionPhrase(left) === actionPhrase(right)
}

/** The person who is greeted, unless the story has an action for greetings. */
function findGreeted(input: PlayerInput, best: ScoredOption | undefined, scene: Scene): Subject | null {
  if (!isGreeting(input) || best?.isFullyNamed === true) return null
  const { people, lastSpeakerId } = scene
  const person = findNamed(input, people) ?? people.find(({ id }) => id === lastSpeakerId)
  return person === undefined ? null : { ...person, isPerson: true }
}

/** "Take the moon", "examine the dragon": nothing here has that name. */
function findMissingTarget(input: PlayerInput, best: ScoredOption | undefined, scene: Scene): MissingTarget | null {
  const { stems, verbKinds } = input
  const [kind] = verbKinds
  if (kind === 'talk' && scene.people.length === 0) return 'talk'
  if (findAddress(input, scene)?.isToOther === true) return 'person'
  if (stems.every(isVerb)) return null
  if (kind === 'look') return 'see'
  return stems.some((word) => TAKE_VERBS.has(word)) && !isSure(best) ? 'have' : null
}

const TAKE_VERBS = new Set(contentWords('take get grab steal drop'))

/** "How much money do I have", "count my pennies": about what the player has, not about a thing here. */
function isAboutOwn({ all, isQuestion }: PlayerInput): boolean {
  return (isQuestion && (all.includes('i') || all.includes('my'))) || (all[0] === 'count' && all.includes('my'))
}

/** What the player says of a thing is answered with what there is to see of it. */
function remarkOn(subject: ScoredSubject | null): Intent {
  return subject === null ? { kind: 'remark' } : { kind: 'examine', subject: subject.subject }
}

function answerQuestion(best: ScoredOption | undefined, subject: ScoredSubject | null): Intent | null {
  if (isSure(best) && best.score >= (subject?.score ?? 0)) {
    const { option } = best
    return option.reason === null ? { kind: 'possible', option } : { kind: 'refused', reason: option.reason }
  }
  return subject === null ? null : { kind: 'examine', subject: subject.subject }
}

/** An attempt on a subject whose graph has a refused option gets the reason of that option. */
function subjectIntent(input: PlayerInput, subject: Subject, { place, options }: Scene): Intent {
  const [kind] = input.verbKinds
  const isTried = kind === 'talk' || kind === 'action' || kind === 'any'
  const refused = options.find(
    (option) => option.graphId === subject.id && option.reason !== null && fitsOption(option, input),
  )
  if (isTried && refused !== undefined) return chooseOrClarify([refused], input)
  if (isTried) return { kind: kind === 'talk' ? 'talk' : 'attempt', subject }
  return place?.nodeId === subject.id ? { kind: 'look' } : { kind: 'examine', subject }
}

/** Whether the attempt is of the option's kind: talk for talk, a blow for a blow. */
function fitsOption({ verbs }: Option, { stems, verbKinds: [kind] }: PlayerInput): boolean {
  if (kind === 'any') return true
  if (kind === 'talk') return verbs.some((verb) => verbKinds(verb).includes('talk'))
  return stems.some((word) => isVerb(word) && verbs.some((verb) => verb === word || areSynonyms(word, verb)))
}

function unclearIntent(ranked: readonly ScoredOption[]): Intent {
  return { kind: 'unclear', near: nearTo(ranked) }
}

function nearTo(ranked: readonly ScoredOption[]): readonly Option[] {
  return ranked.filter(({ score }) => score >= MIN_FAINT).map(({ option }) => option)
}
