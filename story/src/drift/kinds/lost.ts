import type { Entity } from '../../gamebook/gamebook.ts'
import type { Spotted } from '../driftFinding.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import type { Sentence, Token } from '../sentences/prose.ts'
import { FROM_YOUR_HANDS, IN_YOUR_HANDS } from '../sentences/yourHands.ts'
import { isCarried, isKept } from '../world/carried.ts'
import { hasFact } from '../world/facts.ts'
import { listMentions, type Mention } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { spanOf, type Detector } from './detector.ts'
import { findFates, isHadAgain } from './itemFates.ts'
import { findPronounLosses } from './pronounLosses.ts'
import { pronounItem } from './gained.ts'

/** The player no longer has something that the engine has not taken. */
export const itemLost: Detector = (scene) =>
  scene.after.state.ended !== undefined
    ? []
    : [
        ...scene.claims.flatMap((claim) => lossesOf(scene, claim)),
        ...scene.prose.sentences.flatMap((sentence) => lossesIn(scene, sentence)),
        ...findPronounLosses(scene),
        ...findFates(scene).flatMap(({ item, kind, tokens }) =>
          kind === 'lost' && isKept(scene, item) && !isHowItCame(scene, item, tokens)
            ? [spanOf(tokens, hasFact(scene, item), item.id)]
            : [],
        ),
      ]

/** What is taken in this turn leaves its place: `the badge slides out from behind the butter`. */
function isHowItCame({ before }: Scene, item: Entity, tokens: readonly Token[]): boolean {
  return isCarried(before, item) === 'no' && tokens.some(({ text }) => /^(?:out|from|off|away)$/.test(text))
}

const LOSING: ReadonlySet<string> = new Set(
  'drop lose throw toss fling hurl chuck smash break shatter burn sell trade discard abandon leave surrender give donate exchange swap eat swallow crush bury'.split(
    ' ',
  ),
)
/** These need words that say where to. */
const PLACING: ReadonlySet<string> = new Set(
  'put set lay lean prop place hang hide slide return hand pass deposit lower press push shove offer rest release let'.split(
    ' ',
  ),
)
const AWAY =
  /^(?:on|onto|in|into|down|back|to|over|under|beneath|beside|behind|aside|among|between|against|at|inside|across|up|upon|by|go)$/
/** What is done for a moment changes nothing. */
const BRIEFLY = /\b(?:for a moment|for an instant|a moment|briefly|while you|long enough|so as to|between your)\b/
const BEHIND = /\b(?:behind|here|there|where|on|in|with|at)\b/

function lossesOf(scene: Scene, claim: Claim): readonly Spotted[] {
  if (claim.isDenied) return missingOf(scene, claim)
  const rest = afterVerb(claim)
  const words = rest.map(({ text }) => text)
  const text = words.join(' ')
  if (IN_YOUR_HANDS.test(text) || BRIEFLY.test(claim.sentence.tokens.map((token) => token.text).join(' '))) return []
  const mention = listMentions(scene.items, rest).find(({ from }) => isObject(claim.verb, words.slice(0, from)))
  const item = mention?.entity ?? pronounItem(scene, claim, words)
  if (item === null || !isKept(scene, item)) return []
  const after = words.slice(mention?.to ?? 1)
  if (claim.verb === 'leave' && isCarried(scene.before, item) === 'no') return []
  if (!isLoss(claim.verb, words, after) || isTakenBack(scene, item, claim)) return []
  return [spanOf(claim.sentence.tokens.slice(Math.max(0, claim.at - 1), claim.at + 9), hasFact(scene, item), item.id)]
}

/** `you no longer have the key` */
function missingOf(scene: Scene, claim: Claim): readonly Spotted[] {
  if (!HAVING.has(claim.verb)) return []
  const rest = afterVerb(claim)
  const mention = listMentions(scene.items, rest).find(({ from }) => from <= 3)
  const item =
    mention?.entity ??
    pronounItem(
      scene,
      claim,
      rest.map(({ text }) => text),
    )
  if (item === null || !isKept(scene, item) || /^(?:to|on|in)$/.test(rest[0]?.text ?? '')) return []
  const fact = hasFact(scene, item)
  return [
    spanOf(claim.sentence.tokens.slice(Math.max(0, claim.at - 3), claim.at + 1 + (mention?.to ?? 1)), fact, item.id),
  ]
}

const HAVING: ReadonlySet<string> = new Set(['have', 'carry', 'possess', 'own'])

function isLoss(verb: string, words: readonly string[], after: readonly string[]): boolean {
  if (verb === 'give')
    return (
      !/^(?:up|way|in|off)$/.test(words[0] ?? '') &&
      !/^(?:a|an|one)$/.test(words[0] ?? '') &&
      !/^(?:a|one|another)$/.test(after[0] ?? '')
    )
  if (verb === 'leave' && /^(?:it|them) (?:[a-z]+ing )?(?:where|in|on|lying|behind)\b/.test(words.join(' ')))
    return false
  if (verb === 'leave') return BEHIND.test(after.join(' '))
  if (verb === 'break') return words[0] !== 'the'
  if (LOSING.has(verb)) return true
  if (!PLACING.has(verb)) return false
  return after.some((word) => AWAY.test(word)) || AWAY.test(words[0] ?? '') || verb === 'hand'
}

function isObject(verb: string, before: readonly string[]): boolean {
  const stops =
    verb === 'hand' || verb === 'give' || verb === 'offer'
      ? /^(?:from|of|with|for|at|like|if|about)$/
      : /^(?:from|of|with|for|at|in|into|on|onto|by|near|behind|like|to|if|that|against|beside|about|through)$/
  return before.length <= 5 && before.every((word) => !stops.test(word) && word !== ',')
}

/** In sentences. */
const FORESIGHT = 16

/** Whether the player has it in hand again later in the text. */
function isTakenBack(scene: Scene, item: Entity, claim: Claim): boolean {
  const { index: first } = claim.sentence
  const later = scene.prose.sentences.slice(first, first + FORESIGHT)
  return later.some(({ tokens }, index) => {
    const from = index === 0 ? claim.at + 1 : 0
    const text = tokens
      .slice(from)
      .map((token) => token.text)
      .join(' ')
    if (AGAIN.test(text)) return true
    const words = tokens.slice(from)
    const isTaken = listMentions(scene.items, words).some(
      (mention) =>
        mention.entity === item &&
        TAKE_AGAIN.test(
          words
            .slice(0, mention.from)
            .map((token) => token.text)
            .join(' '),
        ),
    )
    if (isTaken) return true
    const isNamed = index < 3 || listMentions(scene.items, tokens).some(({ entity }) => entity === item)
    return isNamed && (BACK.test(text) || (index > 0 && IN_YOUR_HANDS.test(text)))
  })
}

const AGAIN = /\b(?:under your arm|in your (?:hand|hands|arms|pocket)) (?:once more|again)\b/
const BACK =
  /\b(?:pick|take|lift|gather|scoop|snatch|tuck|have|get|put) (?:it|her|him|them|the \w+|your \w+)(?: \w+)?(?: up| back| again| in)|\bcatch (?:it|them|her|him)\b/
const TAKE_AGAIN = /\b(?:pick up|take|grab|snatch|lift|catch) (?:the|your)(?: [a-z-]+)?$/

/** Of which the player is not the subject: `the lantern slips from your hand`, `he takes the key from you`. */
function lossesIn(scene: Scene, sentence: Sentence): readonly Spotted[] {
  if (sentence.isQuestion || sentence.isImagined) return []
  return listMentions(scene.items, sentence.tokens).flatMap((mention) => {
    if (!isKept(scene, mention.entity) || !isGone(sentence, mention)) return []
    if (isHadAgain(scene, sentence, mention.entity)) return []
    return [
      spanOf(
        sentence.tokens.slice(Math.max(0, mention.from - 2), mention.to + 5),
        hasFact(scene, mention.entity),
        mention.entity.id,
      ),
    ]
  })
}

function isGone({ tokens }: Sentence, { from, to }: Mention): boolean {
  const words = tokens.map(({ text }) => text)
  const sofar = words.slice(0, from).join(' ')
  if (UNSURE.test(sofar)) return false
  const after = words.slice(to, to + 9).join(' ')
  const isTaken = TAKES.test(words.slice(Math.max(0, from - 6), from).join(' ')) && FROM_YOU.test(after)
  const isSeized = /\b(?:confiscates|steals|pockets|keeps) (?:your|the)(?: \w+)?$/.test(words.slice(0, from).join(' '))
  return isTaken || isSeized || IS_GONE.test(after) || (SLIPS.test(after) && FROM_YOUR_HANDS.test(after))
}

const UNSURE =
  /\b(?:if|unless|could|would|might|can|may|should|will|wish|want|hope|think|dream|imagine|when|until|before|as if|like|perhaps|almost|nearly|not|never|no)\b/
const TAKES =
  /\b(?:takes|snatches|grabs|seizes|plucks|wrenches|steals|confiscates|pulls|lifts|tears|knocks) (?:the|your|that)(?: \w+)?$/
const FROM_YOU = /^(?:\w+ )?(?:from you|out of your|from your|away from you|off you|off your)\b/
const SLIPS = /^(?:slips?|falls?|drops?|tumbles?|slides?|flies|fly|is torn|is knocked|is plucked|is snatched|jumps)\b/
const IS_GONE =
  /^(?:is|has|are|have) (?:now )?(?:gone|lost|been stolen|been taken|disappeared|vanished|broken|destroyed|shattered|fallen from your \w+|slipped from your \w+)\b|^(?:shatters|breaks|smashes|vanishes|dissolves|crumbles|disappears)\b|^(?:comes loose|drifts away|rolls (?:off|away)|comes to pieces|slips, |slides off|runs through your|bounces|goes over the|falls (?:into|over|overboard|down))/
