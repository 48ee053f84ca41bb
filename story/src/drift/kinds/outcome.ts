import { movesGraph } from '../../actions/findAction.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
import { isCarried } from '../world/carried.ts'
import { claimsOf, meaningOf, type FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls, targetOf } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'
import { itemGained } from './gained.ts'
import { itemLost } from './lost.ts'
import { itemMoved } from './itemMoved.ts'
import { movedUnconfirmed } from './moved.ts'

/** The engine has refused something, and the text says it is done. */
export const refusalIgnored: Detector = (scene) => {
  const calls = lastCalls(scene.input.receipts)
  const refused = calls.filter(({ result }) => result === 'refused')
  if (refused.length === 0) return []
  const spotted = [...itemGained(scene), ...itemLost(scene), ...itemMoved(scene), ...movedUnconfirmed(scene)]
  return refused.flatMap((receipt) => {
    if (hasTarget(scene, receipt)) return []
    const fact = `This was refused: ${receipt.reason ?? ''}`.trim()
    const isMove = movesGraph(receipt.action)
    const target = targetOf(receipt)
    const done = spotted.filter(({ about }) => about !== undefined && about === target)
    const meaning =
      isMove || receipt.function === undefined || isDoneLater(calls, receipt)
        ? null
        : meaningOf(scene.after, receipt.function)
    const claims =
      meaning === null ? [] : claimsOf(scene, meaning).filter(({ verb, isDenied }) => !isDenied && !ATTEMPTS.has(verb))
    const cue = isMove ? THROUGH : receipt.action.startsWith('item/') ? HAVING : null
    const told = cue === null ? null : lastCue(scene, cue, STOPPED)
    return [
      ...(told === null ? [] : [spanOf(told.tokens, fact)]),
      ...done.map(({ start, end }) => ({ start, end, fact })),
      ...claims.map(({ sentence, at }) => spanOf(sentence.tokens.slice(Math.max(0, at - 1), at + 8), fact)),
    ]
  })
}

function isDoneLater(calls: readonly Receipt[], refused: Receipt): boolean {
  return calls.some((call) => call.function === refused.function && call.result === 'applied')
}

/** A second call for what the player has by then is refused for that. */
function hasTarget({ after }: Scene, receipt: Receipt): boolean {
  const item = after.gamebook.entities.get(targetOf(receipt) ?? '')
  return item?.item !== undefined && isCarried(after, item) === 'yes'
}

/** A check has failed, and the text says it has succeeded. */
export const failureAsSuccess: Detector = (scene) => {
  const failed = rolledCalls(scene, false)
  if (failed.length === 0 || rolledCalls(scene, true).length > 0) return []
  const fact = 'The attempt has failed.'
  const claims = failed
    .flatMap((meaning) => claimsOf(scene, meaning))
    .filter(({ verb, isDenied }) => !isDenied && !ATTEMPTS.has(verb))
  return [
    ...claims.map(({ sentence, at }) => spanOf(sentence.tokens.slice(Math.max(0, at - 1), at + 8), fact)),
    ...cueSpots(scene, SUCCEEDS, HINDERED, fact),
    ...failed.flatMap((meaning) => spotSentences(scene, (words) => yields(words, meaning), fact)),
  ]
}

/** A check has succeeded, and the text says it has failed. */
export const successAsFailure: Detector = (scene) => {
  const succeeded = rolledCalls(scene, true)
  if (rolledCalls(scene, false).length > 0 || !isAllApplied(scene)) return []
  const fact = 'The attempt has succeeded.'
  return [
    ...spotFailures(scene, (words) => FAILS.test(words) || DENIED.test(words), fact),
    ...(succeeded.length === 0 ? [] : failuresOfChecks(scene, fact)),
    ...succeeded.flatMap((meaning) => spotFailures(scene, (words) => isDenied(words, meaning), fact)),
  ]
}

/** The sentence with the last cue that something was done, unless a later one says that it was not. */
function lastCue({ prose }: Scene, done: RegExp, stopped: RegExp): Sentence | null {
  const isTold = ({ isQuestion, isImagined }: Sentence): boolean => !isQuestion && !isImagined
  const clauses = prose.sentences.filter(isTold).flatMap((sentence) =>
    wordsIn(sentence)
      .split(/ (?=but |and |then |yet |until )/)
      .map((words) => ({ sentence, words })),
  )
  const isStop = ({ words }: (typeof clauses)[number]): boolean => stopped.test(words)
  const last = clauses.findLastIndex((clause) => done.test(clause.words) && !isStop(clause))
  return last > clauses.findLastIndex(isStop) ? (clauses[last]?.sentence ?? null) : null
}

const THROUGH =
  /\byou are (?:already )?(?:in|inside|through|outside|past him|past her)(?: (?:already|now|before|through)\b|$)|\byou are (?:already )?(?:through|outside|past) (?:the|on|him|her)\b|\byou (?:slip|step|squeeze|slide|walk|push|climb|jump|dive|duck|run|stride|crawl|land|go|get|sneak|dash|stroll|pass|part|cross) (?:\w+ ){0,5}(?:through|inside|in|out|past|over|across|into|among)\b|\b(?:lets|waves|nods|ushers) you (?:in|through|past|by)\b|\bswallows you\b|\b(?:behind|after) you(?:r back)? the (?:door|gate|arch|curtain|hatch)\b|\b(?:closes|clatters shut|shuts|swings shut|falls shut) (?:behind|after) you\b/
const HAVING =
  /\byou have (?:it|got|one)\b|\byou(?: have)? (?:got|swipe|pocket|tuck|snatch|grab|take it|lift it|slip it)\b|\b(?:is|are) (?:now )?yours\b|\b(?:in|under|into|over) your (?:\w+ )?(?:hands?|arms?|coat|pocket|bag|belt|apron|fist|fingers)\b|\bslides? the \w+ across\b|\bhands you\b|\bgoes (?:under|into) your\b/
const STOPPED =
  /\b(?:not|never|cannot|can't|don't|doesn't|won't|isn't|aren't|nothing|no|nobody|stop|stops|stay|stays|remain|remains|back|almost|nearly|would|could|if|shut|closed|locked|shakes|refuses?|out of reach|instead|too|keeps|holds)\b/

/** What is said to be done while it is only tried. */
const ATTEMPTS: ReadonlySet<string> = new Set(
  'search look ask talk listen try examine speak call order offer use read bribe want work test study watch knock inspect play say go'.split(
    ' ',
  ),
)

/** The functions whose check had this outcome, the last time that they were called. */
function rolledCalls({ after, input }: Scene, success: boolean): readonly FunctionMeaning[] {
  return lastCalls(input.receipts).flatMap(({ function: name, roll, result }) => {
    const meaning =
      result === 'applied' && roll?.success === success && name !== undefined ? meaningOf(after, name) : null
    return meaning === null ? [] : [meaning]
  })
}

const wordsIn = ({ tokens }: Sentence): string =>
  tokens
    .filter(({ isWord }) => isWord)
    .map(({ text }) => text)
    .join(' ')

function spotSentences(scene: Scene, test: (words: string) => boolean, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) =>
    !sentence.isQuestion && !sentence.isImagined && test(wordsIn(sentence)) ? [spanOf(sentence.tokens, fact)] : [],
  )
}

/** A failure that is followed by success is only the way there. */
function spotFailures(scene: Scene, test: (words: string) => boolean, fact: string): readonly Spotted[] {
  const { sentences } = scene.prose
  return sentences.flatMap((sentence, index) => {
    const words = wordsIn(sentence)
    if (sentence.isQuestion || sentence.isImagined || !test(words) || AT_FIRST.test(words)) return []
    const next = sentences
      .slice(index + 1, index + 4)
      .map(wordsIn)
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

const HOLDS =
  /\b(?:(?:lock|door|lid|hatch|shutter|latch|bolt|catch) holds|stays (?:shut|closed|locked|where it is)|you slip(?! (?:past|through|by|in|out|into|away|off))|you trip|seen by|(?<!nobody |no one )sees you|catches you|spots you|for nothing|no use|you almost|shakes (?:his|her) head|keeps what it has|does not budge|squeaks|out of reach|does not move|won't budge)\b/
const DENIED =
  /\b(?:nothing happens|the same as before|as (?:torn|dark|shut|closed|broken|empty|locked) as (?:it was|ever|before)|no getting into|too (?:small|heavy|tight|stiff) (?:and|for you|to)|give it up|none of (?:your|my) business|has stopped listening|does not want (?:a|your)|doesn't want (?:a|your)|is locked from|locked from inside|stay where you are|won't say a word|will not say a word|hang it back|put it back where|still carrying it|keep your money|there is no \w+ tonight)\b/

const AT_FIRST =
  /\b(?:at first|for a moment|the first time|first|to begin with|then|until|but|yet|if|would|could|not want|before|almost|nearly)\b/
const TURNS =
  /^(?:then|but|and then|at last|finally|until|yet|on the (?:second|third)|a second|once more)\b|\b(?:at last|finally|and then|this time|gives way|suddenly)\b/

const SUCCEEDS =
  /\b(?:(?:is|stands|comes|springs|swings|flies) open|lets go|does the trick|have done it|did it|you are past|nothing to it|smooth as|no longer guards|wear (?:him|her|them) down|had enough|crumbles|takes (?:his|her) \w+ (?:off|from)|open to you|yours to|opens (?:up|for you|before you)|nothing stops you|you make it|you (?:have )?(?:succeed|succeeded|managed|manage to|manage it|did it|made it)|it works|it worked|(?:lock|door|lid|gate|hatch|catch|bolt|chest|box|window|latch) (?:clicks open|springs open|swings open|gives way|gives|yields|opens)|success|with a click it opens|it gives way|it opens)\b/
const UNSURE =
  /\b(?:not|never|almost|nearly|if|until|would|could|without|no|nothing|cannot|can't|won't|will|may|might|than|when|before|hope|but)\b/
const FAILS =
  /\b(?:you fail|you have failed|(?:it|that|this) (?:does not|doesn't) work|to no avail|in vain|without success|nothing happens|no luck|you give up|it is no use|it's no use|refuses to (?:open|budge|move|give|turn)|(?:does not|doesn't|will not|won't) (?:budge|give|yield|move an inch)|(?:your|the) (?:attempt|effort) fails|you do not succeed|you don't succeed|(?:you cannot|you can't) (?:do it|manage))\b/

function cueSpots(scene: Scene, done: RegExp, hindered: RegExp, fact: string): readonly Spotted[] {
  const told = lastCue(scene, done, hindered)
  return told === null ? [] : [spanOf(told.tokens, fact)]
}

const HINDERED =
  /\b(?:not|never|cannot|can't|don't|doesn't|won't|isn't|almost|nearly|would|could|if|shut|closed|locked|holds|stays|stuck|slips|squeaks|fails?|refuses?|shakes|keeps|gives up|give up|in vain|nothing happens|no use|sees you|catches you|still)\b/

/** `the oilcloth opens` */
function yields(words: string, { verbs, nouns }: FunctionMeaning): boolean {
  if (UNSURE.test(words)) return false
  const all = words.split(' ')
  return all.some(
    (word, at) =>
      nouns.has(word) &&
      verbs.some((verb) => !ATTEMPTS.has(verb) && all[at + 1] !== verb && isThird(all[at + 1] ?? '', verb)),
  )
}

const isThird = (word: string, verb: string): boolean => word === `${verb}s` || word === `${verb}es`

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
