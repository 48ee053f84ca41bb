import { movesGraph } from '../../actions/findAction.ts'
import type { Receipt } from '../../state/receipt.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Sentence } from '../sentences/prose.ts'
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
    return [
      ...done.map(({ start, end }) => ({ start, end, fact })),
      ...claims.map(({ sentence, at }) => spanOf(sentence.tokens.slice(Math.max(0, at - 1), at + 8), fact)),
    ]
  })
}

function isDoneLater(calls: readonly Receipt[], refused: Receipt): boolean {
  return calls.some((call) => call.function === refused.function && call.result === 'applied')
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
    ...spotSentences(scene, (words) => SUCCEEDS.test(words) && !UNSURE.test(words), fact),
    ...failed.flatMap((meaning) => spotSentences(scene, (words) => yields(words, meaning), fact)),
  ]
}

/** A check has succeeded, and the text says it has failed. */
export const successAsFailure: Detector = (scene) => {
  const succeeded = rolledCalls(scene, true)
  if (succeeded.length === 0 || rolledCalls(scene, false).length > 0) return []
  const fact = 'The attempt has succeeded.'
  return [
    ...spotFailures(scene, (words) => FAILS.test(words), fact),
    ...succeeded.flatMap((meaning) => spotFailures(scene, (words) => isDenied(words, meaning), fact)),
  ]
}

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

const AT_FIRST =
  /\b(?:at first|for a moment|the first time|first|to begin with|then|until|but|yet|if|would|could|not want|before|almost|nearly)\b/
const TURNS =
  /^(?:then|but|and then|at last|finally|until|yet|on the (?:second|third)|a second|once more)\b|\b(?:at last|finally|and then|this time|gives way|suddenly)\b/

const SUCCEEDS =
  /\b(?:you (?:have )?(?:succeed|succeeded|managed|manage to|manage it|did it|made it)|it works|it worked|(?:lock|door|lid|gate|hatch|catch|bolt|chest|box|window|latch) (?:clicks open|springs open|swings open|gives way|gives|yields|opens)|success|with a click it opens|it gives way|it opens)\b/
const UNSURE =
  /\b(?:not|never|almost|nearly|if|until|would|could|without|no|nothing|cannot|can't|won't|will|may|might|than|when|before|hope|but)\b/
const FAILS =
  /\b(?:you fail|you have failed|(?:it|that|this) (?:does not|doesn't) work|to no avail|in vain|without success|nothing happens|no luck|you give up|it is no use|it's no use|refuses to (?:open|budge|move|give|turn)|(?:does not|doesn't|will not|won't) (?:budge|give|yield|move an inch)|(?:your|the) (?:attempt|effort) fails|you do not succeed|you don't succeed|(?:you cannot|you can't) (?:do it|manage))\b/

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
