import { movesGraph } from '../../actions/findAction.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { Spotted } from '../driftFinding.ts'
import { isCarried } from '../world/carried.ts'
import { claimsOf, meaningOf, type FunctionMeaning } from '../world/functionClaims.ts'
import type { Scene } from '../world/scene.ts'
import { lastCalls, targetOf } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'
import { itemGained } from './gained.ts'
import { itemLost } from './lost.ts'
import { itemMoved } from './itemMoved.ts'
import { movedUnconfirmed } from './moved.ts'
import { ATTEMPTS, findPassage, findTaking, lastCue, plainText, rolledCalls } from './outcomeCues.ts'
import { FAILED_AFTER, HEARS, HINDERED, IT_IS_DONE, OPENS, SUCCEEDS } from './outcomePhrases.ts'

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
      isMove || receipt.function === undefined || isDone(scene, receipt)
        ? null
        : meaningOf(scene.after, receipt.function)
    const claims =
      meaning === null ? [] : claimsOf(scene, meaning).filter(({ verb, isDenied }) => !isDenied && !ATTEMPTS.has(verb))
    const agreed = isDone(scene, receipt)
      ? []
      : [...agreements(scene, fact), ...cueSpots(scene, IT_IS_DONE, HINDERED, FAILED_AFTER, fact)]
    const opened =
      isMove || (meaning !== null && !receipt.action.startsWith('item/'))
        ? lastCue(scene, OPENS, HINDERED, FAILED_AFTER)
        : null
    const told = isMove ? findPassage(scene) : receipt.action.startsWith('item/') ? findTaking(scene) : null
    return [
      ...[told, opened].flatMap((sentence) => (sentence === null ? [] : [spanOf(sentence.tokens, fact)])),
      ...agreed,
      ...done.map(({ start, end }) => ({ start, end, fact })),
      ...claims.map(({ sentence, at }) => spanOf(sentence.tokens.slice(Math.max(0, at - 1), at + 8), fact)),
    ]
  })
}

/** `"Done," says Hadiya.` */
function agreements(scene: Scene, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap(({ all }) => {
    const from = all.findIndex(({ isQuoted, isWord }) => isQuoted && isWord)
    const said = all.slice(from, from + 4).map(({ text }) => text)
    const about = all.filter(({ isQuoted, isWord }) => !isQuoted && isWord).map(({ text }) => text)
    const isAgreed = from >= 0 && AGREED.test(said.join(' ')) && !PLAYER_SPEAKS.test(about.join(' '))
    return isAgreed ? [spanOf(all, fact)] : []
  })
}

const PLAYER_SPEAKS = /\byou (?:say|mutter|murmur|mumble|answer|reply|think|whisper|call|ask|repeat|agree)\b/

const AGREED = /^(?:done|deal|agreed|sold|granted|very well|all right then|go on then|go ahead|it is yours) [,.!“”"]/

/** Another call of the same function was not refused. */
function isDone({ input }: Scene, refused: Receipt): boolean {
  return input.receipts.some((call) => call.function === refused.function && call.result === 'applied')
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
    ...cueSpots(scene, SUCCEEDS, HINDERED, FAILED_AFTER, fact),
    ...(failed.some(({ verbs }) => verbs.includes('listen'))
      ? cueSpots(scene, HEARS, HINDERED, FAILED_AFTER, fact)
      : []),
    ...failed.flatMap((meaning) => spotSentences(scene, (words) => yields(words, meaning), fact)),
  ]
}

function spotSentences(scene: Scene, test: (words: string) => boolean, fact: string): readonly Spotted[] {
  return scene.prose.sentences.flatMap((sentence) =>
    !sentence.isQuestion && !sentence.isImagined && test(plainText(sentence)) ? [spanOf(sentence.tokens, fact)] : [],
  )
}

const UNSURE =
  /\b(?:not|never|almost|nearly|if|until|would|could|without|no|nothing|cannot|can't|won't|will|may|might|than|when|before|hope|but)\b/
function cueSpots(scene: Scene, done: RegExp, hindered: RegExp, undone: RegExp, fact: string): readonly Spotted[] {
  const told = lastCue(scene, done, hindered, undone)
  return told === null ? [] : [spanOf(told.tokens, fact)]
}

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
