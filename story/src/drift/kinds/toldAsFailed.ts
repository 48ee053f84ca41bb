import { placeGraphs } from '../../play/placeGraphs.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import type { FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls, listChanges } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'
import { ATTEMPTS, lastCue, plainText, rolledCalls, readPlain } from './outcomeCues.ts'
import {
  CANNOT,
  CANNOT_DO,
  DENIED,
  FAILS,
  HOLDS,
  INERT,
  KEPT,
  KEPT_OUT,
  LEFT,
  NOT_ANY_MORE,
  REFUSED,
  STAYS,
} from './failurePhrases.ts'
import { hasArrived } from './stays.ts'
import { COMES_AT_LAST, STOPPED, SUCCEEDS, THROUGH } from './outcomePhrases.ts'
import { GIVEN_BACK, TURNED_DOWN } from './refusalPhrases.ts'

/** A check has succeeded, and the text says it has failed. */
export const successAsFailure: Detector = (scene) => {
  const succeeded = rolledCalls(scene, true)
  if (rolledCalls(scene, false).length > 0 || !isAllApplied(scene)) return []
  const fact = 'The attempt has succeeded.'
  return [
    ...spotFailures(scene, (words) => FAILS.test(words) || DENIED.test(words), fact),
    ...(succeeded.length === 0 ? [] : failuresOfChecks(scene, fact)),
    ...failuresOfDeeds(scene, fact),
    ...succeeded.flatMap((meaning) => spotFailures(scene, (words) => isDenied(words, meaning), fact)),
  ]
}

/** A failure that is followed by success is only the way there. */
function spotFailures(scene: Scene, test: (words: string) => boolean, fact: string): readonly Spotted[] {
  const { sentences } = scene.prose
  return sentences.flatMap((sentence, index) => {
    const words = plainText(sentence)
    if (sentence.isQuestion || sentence.isImagined || !test(words) || AT_FIRST.test(words)) return []
    const next = sentences
      .slice(index + 1, index + 4)
      .map(plainText)
      .join(' ')
    return TURNS.test(next) ? [] : [spanOf(sentence.tokens, fact)]
  })
}

function isAllApplied({ input }: Scene): boolean {
  const calls = lastCalls(input.receipts)
  return calls.length > 0 && calls.every(({ result }) => result === 'applied')
}

function failuresOfChecks(scene: Scene, fact: string): readonly Spotted[] {
  const told = lastCue(scene, HOLDS, SUCCEEDS)
  return told === null ? [] : [spanOf(told.tokens, fact)]
}

/** What was done is said not to have worked: the thing stays, the player can't, someone says no. */
function failuresOfDeeds(scene: Scene, fact: string): readonly Spotted[] {
  const calls = lastCalls(scene.input.receipts)
  const walks = calls.filter((call) => isWalk(scene, call))
  const deeds = calls.filter((call) => call.roll?.success === true || !(walks.includes(call) || isTalk(call)))
  const isOfItems = deeds.some(({ action }) => action === 'item/take')
  const isGivenUp = deeds.some(({ action }) => action === 'item/drop' || action === 'item/give')
  const isFailure = (words: string): boolean =>
    isImpossible(words) ||
    REFUSED.test(words) ||
    (isOfItems && LEFT.test(words)) ||
    INERT.test(words) ||
    (isGivenUp ? KEPT : STAYS).test(words)
  return [
    ...(deeds.length === 0 ? [] : [...spotLastFailures(scene, isFailure, fact), ...refusals(scene, deeds, fact)]),
    ...(walks.length === 0 || hasArrived(scene) ? [] : spotLastFailures(scene, (words) => KEPT_OUT.test(words), fact)),
  ]
}

function isImpossible(words: string): boolean {
  const match = CANNOT_DO.exec(words)
  return CANNOT.test(words) || (match !== null && !NOT_ANY_MORE.test(words.slice(match.index + match[0].length)))
}

/** It moves the player to another place. */
function isWalk({ after }: Scene, { changes }: Receipt): boolean {
  const places = placeGraphs(after.gamebook).map(({ id }) => id)
  return changes.some(({ entity, field }) => field === 'current_node_id' && places.includes(entity))
}

/** Someone who is asked may say no, if nothing changes by the answer. */
const isTalk = (call: Receipt): boolean => call.action.startsWith('talk/') && listChanges([call]).length === 0

/** As `spotFailures`, but a word that turns the sentence counts only after the failure. */
function spotLastFailures(scene: Scene, test: (words: string) => boolean, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const last = readPlain(scene, sentence).split(TURN).at(-1) ?? ''
    return test(last) && !UNREAL.test(last) && !isDoneAfter(scene, sentence) ? [spanOf(sentence.tokens, fact)] : []
  })
}

const TURN = / (?=(?:but|yet|until|then) )/
const UNREAL =
  /\b(?:if|as if|would|could|might|when|whenever|at first|at the first|for a moment|the first time|before)\b/

function isDoneAfter({ prose }: Scene, { index }: Sentence): boolean {
  return prose.sentences
    .slice(index + 1)
    .map(plainText)
    .some((words) => TURNS.test(words) || COMES_AT_LAST.test(words) || isDoneNow(words))
}

const isDoneNow = (words: string): boolean => (SUCCEEDS.test(words) || THROUGH.test(words)) && !STOPPED.test(words)

/** `"No," says the keeper.` */
function refusals(scene: Scene, deeds: readonly Receipt[], fact: string): readonly Spotted[] {
  const isGift = deeds.some(({ function: name = '' }) => GIVING.test(name))
  return scene.prose.sentences.flatMap((sentence) => {
    const { all } = sentence
    const from = all.findIndex(({ isQuoted, isWord }) => isQuoted && isWord)
    if (from < 0) return []
    const said = all
      .slice(from, from + 6)
      .map(({ text }) => text)
      .join(' ')
    const isRefusal = TURNED_DOWN.test(said) || (isGift && GIVEN_BACK.test(said))
    return isRefusal && !isDoneAfter(scene, sentence) ? [spanOf(all, fact)] : []
  })
}

const GIVING = /give|pay|hand|offer|bribe/

const AT_FIRST =
  /\b(?:at first|for a moment|the first time|first|to begin with|then|until|but|yet|if|would|could|not want|before|almost|nearly)\b/
const TURNS =
  /^(?:then|but|and then|at last|finally|until|yet|on the (?:second|third)|a second|once more)\b|\b(?:at last|finally|and then|this time|gives way|suddenly)\b/
/** `the oilcloth does not open`, `you do not open the book` */
function isDenied(words: string, { verbs }: FunctionMeaning): boolean {
  const all = words.split(' ')
  return all.some((word, at) => {
    const isNegation = /^(?:not|cannot|can't|don't|doesn't|won't)$/.test(word)
    return (
      isNegation &&
      verbs.some(
        (verb) =>
          !ATTEMPTS.has(verb) &&
          (all[at + 1] === verb || (all[at + 2] === verb && /^(?:quite|even|manage|to)$/.test(all[at + 1] ?? ''))),
      )
    )
  })
}
