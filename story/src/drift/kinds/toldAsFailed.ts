import { placeGraphs } from '../../play/placeGraphs.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { meaningOf, type FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls, listChanges, targetOf } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'
import { CANNOT, COMES_AT_LAST, GIVEN_BACK, INERT, KEPT_OUT, LEFT, REFUSED, TURNED_DOWN } from './failureWords.ts'
import { ATTEMPTS, lastCue, rolledCalls, SUCCEEDS, plainText } from './outcomeCues.ts'

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
  const concerned = new Set(deeds.flatMap((deed) => nounsOf(scene, deed)))
  const isOfItems = deeds.some(({ action }) => action === 'item/take')
  const isFailure = (words: string): boolean =>
    CANNOT.test(words) || REFUSED.test(words) || (isOfItems && LEFT.test(words)) || isInert(words, concerned)
  return [
    ...(deeds.length === 0 ? [] : [...spotLastFailures(scene, isFailure, fact), ...refusals(scene, deeds, fact)]),
    ...(walks.length === 0 ? [] : spotLastFailures(scene, (words) => KEPT_OUT.test(words), fact)),
  ]
}

/** It moves the player to another place. */
function isWalk({ after }: Scene, { changes }: Receipt): boolean {
  const places = placeGraphs(after.gamebook).map(({ id }) => id)
  return changes.some(({ entity, field }) => field === 'current_node_id' && places.includes(entity))
}

/** Someone who is asked may say no, if nothing changes by the answer. */
const isTalk = (call: Receipt): boolean => call.action.startsWith('talk/') && listChanges([call]).length === 0

/** The words for what a call is about. */
function nounsOf({ after, items }: Scene, receipt: Receipt): readonly string[] {
  const target = targetOf(receipt)
  const names = [...items.byFirstWord.values()].flat().filter(({ entity }) => entity.id === target)
  const meaning = receipt.function === undefined ? null : meaningOf(after, receipt.function)
  return [...names.flatMap(({ words }) => words.slice(-1)), ...(meaning?.nouns ?? [])]
}

/** Whether a thing of the turn, or what was named before, does not move or open. */
function isInert(words: string, concerned: ReadonlySet<string>): boolean {
  return [...words.matchAll(INERT)].some(({ 1: subject = '' }) => {
    const noun = subject.replace(/'s$/, '')
    return SUBJECTS.test(noun) || concerned.has(noun)
  })
}

const SUBJECTS =
  /^(?:it|they|nothing|door|gate|bar|lock|lid|hatch|buckle|latch|drawer|key|rope|handle|lever|machine|bolt|window|knot)$/

/** As `spotFailures`, but a word that turns the sentence counts only after the failure. */
function spotLastFailures(scene: Scene, test: (words: string) => boolean, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) => {
    if (sentence.isQuestion || sentence.isImagined) return []
    const last = plainText(sentence).split(TURN).at(-1) ?? ''
    return test(last) && !UNREAL.test(last) && !isDoneAfter(scene, sentence) ? [spanOf(sentence.tokens, fact)] : []
  })
}

const TURN = / (?=(?:but|yet|until|then) )/
const UNREAL = /\b(?:if|as if|would|could|might|when|whenever|at first|for a moment|the first time|before)\b/

function isDoneAfter({ prose }: Scene, { index }: Sentence): boolean {
  return prose.sentences
    .slice(index + 1)
    .map(plainText)
    .some((words) => TURNS.test(words) || COMES_AT_LAST.test(words))
}

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

const HOLDS =
  /\b(?:(?:lock|door|lid|hatch|shutter|latch|bolt|catch) holds|stays (?:shut|closed|locked|where it is)|you slip(?! (?:past|through|by|in|out|into|away|off))|you trip|seen by|(?<!nobody |no one )sees you|catches you|spots you|for nothing|no use|you almost|shakes (?:his|her) head|keeps what it has|does not budge|squeaks|out of reach|does not move|won't budge)\b/
const DENIED =
  /\b(?:nothing happens|the same as before|as (?:torn|dark|shut|closed|broken|empty|locked) as (?:it was|ever|before)|no getting into|too (?:small|heavy|tight|stiff) (?:and|for you|to)|give it up|none of (?:your|my) business|has stopped listening|does not want (?:a|your)|doesn't want (?:a|your)|is locked from|locked from inside|stay where you are|won't say a word|will not say a word|hang it back|put it back where|still carrying it|keep your money|there is no \w+ tonight)\b/

const AT_FIRST =
  /\b(?:at first|for a moment|the first time|first|to begin with|then|until|but|yet|if|would|could|not want|before|almost|nearly)\b/
const TURNS =
  /^(?:then|but|and then|at last|finally|until|yet|on the (?:second|third)|a second|once more)\b|\b(?:at last|finally|and then|this time|gives way|suddenly)\b/
const FAILS =
  /\b(?:you fail|you have failed|(?:it|that|this) (?:does not|doesn't) work|to no avail|in vain|without success|nothing happens|no luck|you give up|it is no use|it's no use|refuses to (?:open|budge|move|give|turn)|(?:does not|doesn't|will not|won't) (?:budge|give|yield|move an inch)|(?:your|the) (?:attempt|effort) fails|you do not succeed|you don't succeed|(?:you cannot|you can't) (?:do it|manage))\b/

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
