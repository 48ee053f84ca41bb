import { isCarried } from '../world/carried.ts'
import { hasNotFact } from '../world/facts.ts'
import { listMentions, type Mention } from '../world/nameIndex.ts'
import type { Scene } from '../world/scene.ts'
import { IN_YOUR_HANDS } from '../sentences/yourHands.ts'
import { afterVerb, type Claim } from '../sentences/claim.ts'
import type { Sentence, Token } from '../sentences/prose.ts'
import { verbFormsOf } from '../sentences/verbForms.ts'
import { lastCalls, listChanges, targetOf, valuesOf } from '../world/turnEvents.ts'
import { spanOf, type Detector } from './detector.ts'
import type { Spotted } from '../driftFinding.ts'
import type { Entity } from '../../gamebook/gamebook.ts'
import { findFates } from './itemFates.ts'
import { findTaking } from './outcomeCues.ts'
import { findStrangeGains } from './strangeGains.ts'

/** The player has something that the engine has not given. */
export const itemGained: Detector = (scene) => [
  ...scene.claims.flatMap((claim) => gainsOf(scene, claim)),
  ...scene.prose.sentences.flatMap((sentence) => gainsIn(scene, sentence)),
  ...findStrangeGains(scene),
  ...takenAnyway(scene),
  ...findFates(scene).flatMap(({ item, kind, tokens }) =>
    kind === 'gained' && isNotGiven(scene, item) ? [spanOf(tokens, hasNotFact(scene, item), item.id)] : [],
  ),
]

/** The text says that the player has what the engine has refused. */
function takenAnyway(scene: Scene): readonly Spotted[] {
  return lastCalls(scene.input.receipts).flatMap((call) => {
    const target = call.action === 'item/take' && call.result === 'refused' ? targetOf(call) : null
    const item = target === null ? undefined : scene.after.gamebook.entities.get(target)
    const told = item === undefined || !isNotGiven(scene, item) ? null : findTaking(scene)
    return item === undefined || told === null ? [] : [spanOf(told.tokens, hasNotFact(scene, item), item.id)]
  })
}

const TAKING: ReadonlySet<string> = new Set(
  (
    'take grab pick pocket lift snatch seize gather collect get receive acquire unhook accept steal catch keep ' +
    'tuck stow stuff slip pack obtain retrieve recover claim pluck scoop swipe borrow nab win buy gain remove pull have hold carry own wear draw fish peel dig hoist shoulder'
  ).split(' '),
)
/** These need words that say where to. */
const PUTTING: ReadonlySet<string> = new Set([
  'fold',
  'sling',
  'put',
  'slide',
  'place',
  'push',
  'drop',
  'hang',
  'stick',
  'shove',
  'lay',
  'slip',
  'tuck',
  'stow',
  'stuff',
])

function gainsOf(scene: Scene, claim: Claim): readonly Spotted[] {
  if (claim.isDenied) return []
  const rest = afterVerb(claim)
  const words = rest.map(({ text }) => text)
  if (words[0] === 'not' || words[0] === 'no') return []
  const isTaking = TAKING.has(claim.verb) && !isIdiom(claim.verb, words)
  const isPutting = PUTTING.has(claim.verb) && IN_YOUR_HANDS.test(words.join(' '))
  const isClosing =
    claim.verb === 'close' && /^your (?:other )?(?:hand|fingers|fist)$/.test(words.slice(0, -2).join(' '))
  if (!isTaking && !isPutting && !isClosing) return []
  const pronoun = pronounItem(scene, claim, words)
  const objects = objectsOf(scene, rest)
  const items = objects.length > 0 ? objects : pronoun === null ? [] : [{ entity: pronoun, to: 1 }]
  return items.flatMap(({ entity, to }) =>
    isNotGiven(scene, entity)
      ? [
          spanOf(
            claim.sentence.tokens.slice(Math.max(0, claim.at - 1), claim.at + 1 + to),
            hasNotFact(scene, entity),
            entity.id,
          ),
        ]
      : [],
  )
}

/** `the key`, or `the key in one hand and the lamp in the other`. */
function objectsOf({ items }: Scene, rest: readonly Token[]): readonly Mention[] {
  const words = rest.map(({ text }) => text)
  const mentions = listMentions(items, rest)
  const first = mentions.findIndex(({ from }) => isObject(words.slice(0, from)))
  if (first < 0) return []
  return mentions.slice(first).filter(({ from, to }, index) => {
    if (index === 0) return true
    const isSubject = verbFormsOf(words[to] ?? '').some(({ form }) => form === 'third')
    return !isSubject && JOINED.test(words.slice(Math.max(0, from - 3), from).join(' '))
  })
}

const JOINED = /\band (?:the|his|her|their|its|that)(?: [a-z-]+)?$/

/** `take in`, `take a look at`, `get to`, `hold on to`. */
function isIdiom(verb: string, words: readonly string[]): boolean {
  const [first = ''] = words
  if (DRAWING.has(verb)) return !/^(?:out|up|forth|off|loose|free)$/.test(first)
  if (verb === 'get') return /^(?:to|into|out|back|near|close|no|there|past|through|as)$/.test(first)
  if (verb === 'hold' || verb === 'have') return /^(?:on|to|out|no|still|back|seen|been|only)$/.test(first)
  if (verb === 'take') return /^(?:in|after|to|aim|care|hold|note|cover|place|part|off|turns)$/.test(first)
  if (verb === 'lift') return /^(?:your|the lid)$/.test(first)
  if (verb === 'pull' || verb === 'push') return /^(?:at|on|against)$/.test(first)
  return verb === 'keep' && /^(?:an|your|to|on|from|watching)$/.test(first)
}

/** `draw out` */
const DRAWING: ReadonlySet<string> = new Set(['draw', 'fish', 'peel', 'dig', 'wind', 'help'])

/** Up to the object stand only its determiner, its adjectives and particles. */
function isObject(before: readonly string[]): boolean {
  return (
    before.length <= 6 &&
    before.every(
      (word) =>
        !/^(?:from|of|with|for|at|in|into|on|onto|by|near|under|behind|like|to|if|that|,|without|against|beside|about)$/.test(
          word,
        ),
    )
  )
}

/** `it` is the item that was named last, in this sentence or the one before it. */
export function pronounItem(scene: Scene, { sentence, at }: Claim, words: readonly string[]): Entity | null {
  const isRelative =
    /^(?:which|that)$/.test(sentence.tokens[at - 2]?.text ?? '') && sentence.tokens[at - 1]?.text === 'you'
  if (!isRelative && !PRONOUN.test(words.slice(0, 5).join(' '))) return null
  const inSentence = listMentions(scene.items, sentence.tokens.slice(0, at), true).at(-1)
  if (inSentence !== undefined) return inSentence.entity
  const previous = scene.prose.sentences[sentence.index - 1]
  if (previous === undefined || previous.paragraph !== sentence.paragraph) return null
  const mentions = listMentions(scene.items, previous.tokens, true)
  return mentions.length === 1 ? (mentions[0]?.entity ?? null) : null
}

/** `it`, `up it`, `your hand on it` */
const PRONOUN =
  /^(?:(?:up|down|off|out|away) )?(?:it|them|that too)\b|^your (?:other )?(?:hand|fingers|fist) (?:on|around|over|about) it\b/

/** Whether the player has an item at no time of the turn. */
export function isNotGiven({ before, after, input }: Scene, item: Entity): boolean {
  if (isCarried(before, item) !== 'no' || isCarried(after, item) !== 'no') return false
  return valuesOf(listChanges(input.receipts), item.id, 'held_by').length === 0
}

/** Of which the player is not the subject: `she hands you the key`, `the key is in your hand`. */
function gainsIn(scene: Scene, sentence: Sentence): readonly Spotted[] {
  if (sentence.isQuestion || sentence.isImagined) return []
  return listMentions(scene.items, sentence.tokens).flatMap((mention) => {
    if (!isNotGiven(scene, mention.entity) || !isGiven(sentence, mention)) return []
    return [
      spanOf(sentence.tokens.slice(mention.from, mention.to + 4), hasNotFact(scene, mention.entity), mention.entity.id),
    ]
  })
}

function isGiven({ tokens }: Sentence, { from, to }: Mention): boolean {
  const words = tokens.map(({ text }) => text)
  const before = words.slice(Math.max(0, from - 7), from).join(' ')
  const after = words.slice(to, to + 8).join(' ')
  const sofar = words.slice(0, from).join(' ')
  if (UNSURE.test(sofar)) return false
  return GIVES.test(before) || IS_YOURS.test(after)
}

const UNSURE =
  /\b(?:if|unless|could|would|might|can|may|should|will|wish|want|hope|think|dream|imagine|when|until|before|as if|like|perhaps|almost|nearly)\b/
const GIVES =
  /\b(?:fold your arms|close your (?:hand|fingers)|your (?:hand|fingers) closes?) (?:around|on|over) the$|\b(?:hands|gives|passes|throws|tosses|lends|slips|sells|presses|entrusts) (?:you|over)(?: (?:the|a|an|his|her|its|their|small|old|little|heavy|own))*$/
const IS_YOURS =
  /^(?:(?:is|goes|ends up|vanishes|lies|rests|sits|drops|falls|slides|slips|now|already|safely|snugly|and|comes away|comes loose|weighs heavy|,) ){0,4}(?:yours\b|in your (?:left |right |own )?(?:hands?|pocket|satchel|bag|pack|belt|fist|palm|grip|possession|arms|fingers)\b|into your (?:left |right |own )?(?:hands?|pocket|palm|bag|satchel)\b|(?:under|over|around) your (?:other )?(?:arms?|shoulder|coat)\b|into your (?:coat|belt|apron)\b|in hand\b)/
